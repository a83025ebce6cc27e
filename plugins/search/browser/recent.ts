/** Questions that led somewhere, kept on this device and nowhere else. */
const key = "wegwijzer-recent";
const most = 5;

/** The latest first; none where the browser keeps nothing. */
export function recentQuestions(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string").slice(0, most) : [];
  } catch {
    // Storage is switched off, or holds what somebody else wrote.
    return [];
  }
}

/** An empty one is none. */
export function keepQuestion(text: string): void {
  if (text === "") return;
  const kept = [text, ...recentQuestions().filter((one) => one !== text)].slice(0, most);
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Then nothing is kept.
  }
}

export function forgetQuestions(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
