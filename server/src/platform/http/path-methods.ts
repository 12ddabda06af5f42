import { Injectable } from '@nestjs/common';

/** Which methods a path has: what tells 405 from 404. Told of each route as it is registered. */
@Injectable()
export class PathMethods {
  private readonly routes: { parts: string[]; methods: string[] }[] = [];

  add({ url, method }: { url: string; method: string | string[] }): void {
    this.routes.push({ parts: url.split('/'), methods: [method].flat() });
  }

  /** The methods of a request's path, in the order of the alphabet; none where no route has the path. */
  of(url: string): string[] {
    const parts = url.replace(/[?#].*$/, '').split('/');
    const matching = this.routes.filter((route) => fits(route.parts, parts));
    return [...new Set(matching.flatMap((route) => route.methods))].sort();
  }
}

/** Part by part; a parameter takes any one part. */
function fits(route: string[], path: string[]): boolean {
  return route.length === path.length && route.every((part, i) => part === path[i] || (part[0] === ':' && !!path[i]));
}
