import { type PointerEvent, useEffect, useRef } from 'react';
import './signature-pad.scss';

interface SignaturePadProps {
  id: string;
  /** After each stroke: a JPEG of all of them, dark on white. */
  onSigned: (picture: string) => void;
}

const INK = '#101820';
const PAPER = '#ffffff';
/** In pixels of the picture, whatever the size on the screen. */
const WIDTH = 720;
const HEIGHT = 300;

/** A field to sign in with a finger, a pen or the mouse. */
export function SignaturePad({ id, onSigned }: SignaturePadProps) {
  const element = useRef<HTMLCanvasElement>(null);
  const isDown = useRef(false);
  useEffect(() => {
    const context = element.current?.getContext('2d');
    if (!context) return;
    context.fillStyle = PAPER;
    context.fillRect(0, 0, WIDTH, HEIGHT);
    Object.assign(context, { strokeStyle: INK, lineWidth: 6, lineCap: 'round', lineJoin: 'round' });
  }, []);
  const draw = (event: PointerEvent<HTMLCanvasElement>, step: 'moveTo' | 'lineTo') => {
    const canvas = event.currentTarget;
    const context = canvas.getContext('2d');
    const { left, top, width, height } = canvas.getBoundingClientRect();
    if (step === 'moveTo') context?.beginPath();
    context?.[step](((event.clientX - left) / width) * WIDTH, ((event.clientY - top) / height) * HEIGHT);
    if (step === 'lineTo') context?.stroke();
  };
  return (
    <div className="signature">
      <canvas
        id={id}
        ref={element}
        className="signature__pad"
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-label="签字区，请用手指或鼠标书写"
        onPointerDown={(event) => {
          isDown.current = true;
          event.currentTarget.setPointerCapture(event.pointerId);
          draw(event, 'moveTo');
        }}
        onPointerMove={(event) => {
          if (isDown.current) draw(event, 'lineTo');
        }}
        onPointerUp={(event) => {
          isDown.current = false;
          onSigned(event.currentTarget.toDataURL('image/jpeg', 0.8));
        }}
      />
    </div>
  );
}
