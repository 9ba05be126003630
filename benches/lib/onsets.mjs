// From recorded samples to the instants at which sounds began.

import { lineThrough } from './statistics.mjs';

/** Far below every sound of ours, far above the rounding of a silent mix. */
export const THRESHOLD = 1e-4;

const AROUND_MS = 1_000;

/**
 * The frame, with its fraction, at which a sound begins.
 *
 * Where it crosses the threshold is too late. Our tones are sines under a linear attack: both
 * begin at zero and rise straight at first, so the sound begins as k·t². Its square root is a
 * straight line; two samples give it, and where it meets zero is the beginning. Within the few
 * samples that this looks at a sine of ours bends too little to move the answer by one sample. A
 * sound that was asked for too late begins in the midst of its attack, with a step: hence the limit.
 */
export function beginning({ frame, samples }) {
  const root = (index) => Math.sqrt(Math.abs(samples[index]));
  const first = samples.findIndex((sample) => Math.abs(sample) > THRESHOLD);
  const slope = (root(first + 2) - root(first)) / 2;
  const back = slope > 0 ? Math.min(root(first) / slope, 4) : 0;
  return frame + first - back;
}

/**
 * The page times at which a context's sounds began, ms.
 *
 * `getOutputTimestamp` pairs a context's time with the page time at which that very time is at the
 * output device, as far as the browser knows the device. So the latency of the output is part of
 * what is measured: what comes out is when a sound is heard, not when it was rendered. Under a
 * headless browser the device is a null sink, whose latency is small and of no meaning for real
 * ones; that the app made up for it, or did not, shows all the same, in the signed offset.
 *
 * A single pair jitters by a buffer, hence a line through many: those of the seconds around the
 * sound, for on a busy machine the audio clock stands still at times and one line for all would
 * spread that over the whole session.
 */
export function pageTimes({ rate, sounds, pairs }, delaySeconds) {
  return sounds.map((sound) => {
    const audio = (beginning(sound) / rate - delaySeconds) * 1000;
    return lineAround(pairs, audio)(audio);
  });
}

function lineAround(pairs, audio) {
  const near = pairs.filter(([other]) => Math.abs(other - audio) <= AROUND_MS);
  return lineThrough(near.length > 1 ? near : pairs);
}

/** How far pairs lie from their lines, ms: what the measurement itself is good for. */
export const residuals = ({ pairs }) => pairs.map(([audio, page]) => Math.abs(page - lineAround(pairs, audio)(audio)));

/** How far the audio clock fell behind the page's between the first pair and the last, ms. */
export function slip({ pairs }) {
  const ahead = ([audio, page]) => page - audio;
  return ahead(pairs.at(-1)) - ahead(pairs[0]);
}

/** Gives each expected sound the nearest of those heard within a window, each at most once. */
export function match(expected, heard, windowMs) {
  const left = new Set(heard);
  const matched = [];
  const missing = [];
  for (const cue of expected) {
    const distance = (time) => Math.abs(time - cue.time);
    const nearest = [...left].reduce((best, time) => (distance(time) < distance(best) ? time : best), Infinity);
    if (distance(nearest) <= windowMs) {
      left.delete(nearest);
      matched.push({ ...cue, error: nearest - cue.time });
    } else {
      missing.push(cue);
    }
  }
  return { matched, missing, extra: [...left] };
}
