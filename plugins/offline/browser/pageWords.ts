/** The few words that any page may need, in Dutch and English; the page's `lang` chooses, English is the default. */
const words = {
  nl: { news: "Er is een nieuwe versie van deze site.", reload: "Ververs", later: "Lees verder", partial: "Niet elke pagina die je vindt, staat op je apparaat." },
  en: { news: "There is a new version of this site.", reload: "Reload", later: "Read on", partial: "Not every page that you find is on your device." },
};

export const pageWords = () => words[document.documentElement.lang.startsWith("nl") ? "nl" : "en"];
