package org.studyatlas.sample;

import java.util.List;

/**
 * Words of one kind, drawn by Zipf's law; now and then one from the vocabulary's long tail instead.
 *
 * @param number position among all word lists, by which a study remembers its own words
 * @param words the words
 * @param openEnded whether rare made-up words are drawn from it too
 */
record WordList(int number, Weighted<String> words, boolean openEnded) {

  /** How an ending is put to the words of a list. */
  enum Form {
    PLAIN,
    PLURAL,
    PAST,
    GERUND;

    /** The word in this form. */
    String of(String word) {
      return switch (this) {
        case PLAIN -> word;
        case PLURAL -> plural(word);
        case PAST -> endsInE(word) ? word + "d" : stem(word) + "ed";
        case GERUND -> endsInE(word) ? word.substring(0, word.length() - 1) + "ing" : word + "ing";
      };
    }

    private static boolean endsInE(String word) {
      return word.endsWith("e");
    }

    private static String stem(String word) {
      return endsInConsonantAndY(word) ? word.substring(0, word.length() - 1) + "i" : word;
    }

    private static boolean endsInConsonantAndY(String word) {
      return word.endsWith("y") && "aeou".indexOf(word.charAt(word.length() - 2)) < 0;
    }

    private static String plural(String word) {
      if (word.endsWith("is")) {
        return word.substring(0, word.length() - 2) + "es";
      }
      if (endsInConsonantAndY(word)) {
        return stem(word) + "es";
      }
      boolean hissing = word.matches(".*(s|x|ch|sh)");
      return word + (hissing ? "es" : "s");
    }
  }

  /** The words in the given form, in the same order of frequency. */
  static WordList of(
      int number, List<String> words, Form form, boolean openEnded, double exponent, double shift) {
    List<String> forms = words.stream().map(form::of).distinct().toList();
    return new WordList(number, Weighted.zipf(forms, exponent, shift), openEnded);
  }
}
