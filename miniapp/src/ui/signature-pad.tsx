import { Canvas, type CanvasTouchEvent } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useRef } from 'react';
import { tell } from '../platform/tell';
import { Box } from './primitives/box';
import './signature-pad.scss';

interface SignaturePadProps {
  id: string;
  /** After each stroke: a JPEG of all of them, dark on white. */
  onSigned: (picture: string) => void;
}

/** The part of a canvas of WeChat that is drawn on. */
interface Drawing {
  node: object;
  context: CanvasRenderingContext2D;
}

interface Measured {
  node: { width: number; height: number; getContext(kind: '2d'): CanvasRenderingContext2D };
  width: number;
  height: number;
}

const INK = '#101820';
const PAPER = '#ffffff';
/** Enough for print at the size of a signature. */
const SCALE = 2;

/** A field to sign in with a finger. */
export function SignaturePad({ id, onSigned }: SignaturePadProps) {
  const drawing = useRef<Promise<Drawing> | null>(null);
  const canvasId = `${id}-canvas`;
  const draw = (event: CanvasTouchEvent, step: 'moveTo' | 'lineTo') => {
    const [touch] = event.touches;
    drawing.current ??= prepare(canvasId);
    void drawing.current.then(({ context }) => {
      if (!touch) return;
      if (step === 'moveTo') context.beginPath();
      context[step](touch.x, touch.y);
      if (step === 'lineTo') context.stroke();
    });
  };
  const finish = () => {
    void drawing.current
      ?.then(({ node }) => pictureOf(node))
      .then(onSigned)
      .catch(() => tell('签字没有存下来，请再写一笔'));
  };
  return (
    <Box id={id} className="signature">
      <Canvas
        type="2d"
        id={canvasId}
        className="signature__pad"
        disableScroll
        onTouchStart={(event) => draw(event as CanvasTouchEvent, 'moveTo')}
        onTouchMove={(event) => draw(event as CanvasTouchEvent, 'lineTo')}
        onTouchEnd={finish}
      />
    </Box>
  );
}

/** The canvas as it stands on the page, white and with a pen. */
function prepare(canvasId: string): Promise<Drawing> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${canvasId}`)
      .fields({ node: true, size: true })
      .exec((found: [Measured]) => {
        const [{ node, width, height }] = found;
        node.width = width * SCALE;
        node.height = height * SCALE;
        const context = node.getContext('2d');
        context.scale(SCALE, SCALE);
        context.fillStyle = PAPER;
        context.fillRect(0, 0, width, height);
        Object.assign(context, { strokeStyle: INK, lineWidth: 3, lineCap: 'round', lineJoin: 'round' });
        resolve({ node, context });
      });
  });
}

async function pictureOf(node: object): Promise<string> {
  const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas: node as never, fileType: 'jpg', quality: 0.8 });
  return tempFilePath;
}
