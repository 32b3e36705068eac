/** WebVTT from a script's cues. */
import type { VideoScript } from '../content/structure/video-scripts.ts';

/** The text of a `.vtt` file. */
export function webVtt(script: VideoScript): string {
  const cues = script.cues.map(
    ({ from, until, text }, index) => `${index + 1}\n${timestamp(from)} --> ${timestamp(until)}\n${text}\n`,
  );
  return `WEBVTT\n\n${cues.join('\n')}`;
}

function timestamp(seconds: number): string {
  const whole = Math.floor(seconds);
  const part = Math.round((seconds - whole) * 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${String(part).padStart(3, '0')}`;
}
