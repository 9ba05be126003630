// Listens to what a page plays. These functions run in the page, not here.

/**
 * Taps every audio context of the page; to be installed before the page's own scripts.
 *
 * Whatever connects to a context's destination is connected to a delay line too, and that to a
 * worklet that keeps the beginnings of sounds. The delay is there because a worklet takes a while
 * to load, and what is played in the click that makes the context must not be missed. We do not
 * make the context beforehand, for then its own slow start would escape us.
 */
export function installTap({ delaySeconds, threshold, quietSeconds, everyMs }) {
  const worklet = `registerProcessor('tap', class extends AudioWorkletProcessor {
    quiet = Infinity;
    before = new Float32Array(128);
    sound = null;
    process([[samples = new Float32Array(128)]]) {
      if (samples.some((sample) => Math.abs(sample) > ${threshold})) {
        // The block before too: a sound begins below the threshold.
        const begins = this.quiet > ${quietSeconds} * sampleRate;
        if (begins) this.sound = { frame: currentFrame - 128, samples: [...this.before] };
        this.quiet = 0;
      } else {
        this.quiet += samples.length;
      }
      if (this.sound) this.sound.samples.push(...samples);
      if (this.sound?.samples.length > 512) {
        this.port.postMessage(this.sound);
        this.sound = null;
      }
      this.before = samples.slice();
      return true;
    }
  })`;
  const { connect, disconnect } = AudioNode.prototype;
  const taps = new Map();
  window.__heard = [];

  function tapOf(context) {
    if (taps.has(context)) return taps.get(context);
    const delay = { delayTime: delaySeconds, maxDelayTime: delaySeconds };
    const tap = new DelayNode(context, { ...delay, channelCount: 1, channelCountMode: 'explicit' });
    taps.set(context, tap);
    // Nodes that lead nowhere do not run, so the tap leads to the destination, without a sound.
    const silence = new GainNode(context, { gain: 0 });
    connect.call(tap, silence);
    connect.call(silence, context.destination);
    const heard = { rate: context.sampleRate, sounds: [], pairs: [] };
    window.__heard.push(heard);
    context.audioWorklet.addModule(URL.createObjectURL(new Blob([worklet], { type: 'text/javascript' }))).then(() => {
      const node = new AudioWorkletNode(context, 'tap');
      node.port.onmessage = ({ data }) => heard.sounds.push(data);
      connect.call(tap, node);
      connect.call(node, silence);
      heard.latency = () => ({ base: context.baseLatency, output: context.outputLatency });
    });
    setInterval(() => {
      const { contextTime, performanceTime } = context.getOutputTimestamp();
      if (contextTime > 0) heard.pairs.push([contextTime * 1000, performanceTime]);
    }, everyMs);
    return tap;
  }

  AudioNode.prototype.connect = function (to, ...rest) {
    if (to instanceof AudioDestinationNode) connect.call(this, tapOf(to.context));
    return connect.call(this, to, ...rest);
  };
  AudioNode.prototype.disconnect = function (...from) {
    if (from[0] instanceof AudioDestinationNode) disconnect.call(this, tapOf(from[0].context));
    return disconnect.apply(this, from);
  };
}

/** What has been heard so far, context by context. */
export const heardSoFar = () =>
  window.__heard.map(({ rate, sounds, pairs, latency }) => ({ rate, sounds, pairs, latency: latency?.() }));
