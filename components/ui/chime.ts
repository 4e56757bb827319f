let audio: AudioContext | undefined;

/**
 * Makes sound possible; browsers allow it only from a click or a key.
 * @returns whether it can be heard now
 */
export async function unlockSound(): Promise<boolean> {
  try {
    audio ??= new AudioContext();
    if (audio.state !== "running") await audio.resume();
    return audio.state === "running";
  } catch {
    return false; // no sound device, or no such interface
  }
}

/** Two soft notes, a fifth apart, gone within a second. Silent while sound is not unlocked. */
export function chime(): void {
  if (audio?.state !== "running") return;
  for (const [index, hertz] of [587.33, 880].entries()) {
    const at = audio.currentTime + index * 0.18;
    const note = new OscillatorNode(audio, { type: "sine", frequency: hertz });
    const volume = new GainNode(audio, { gain: 0 });
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(0.08, at + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.7);
    note.connect(volume).connect(audio.destination);
    note.start(at);
    note.stop(at + 0.75);
  }
}
