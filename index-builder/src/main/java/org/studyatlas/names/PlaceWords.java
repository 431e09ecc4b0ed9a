package org.studyatlas.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.studyatlas.schema.NameFold;
import org.studyatlas.schema.PlaceKey;
import org.studyatlas.study.CountryCodes;
import org.studyatlas.study.StateCodes;

/** The words by which a place is found. */
public final class PlaceWords {

  private PlaceWords() {}

  /** Folded words that may stand beside the place's name: city, state, country and their codes. */
  public static Set<String> besideName(PlaceName place) {
    String country = place.country().isEmpty() ? "" : PlaceKey.countryKey(place.country());
    List<String> texts = new ArrayList<>(List.of(place.country(), place.city()));
    texts.addAll(CountryCodes.typedFormsOf(country));
    if (!place.state().isEmpty()) {
      String whole = StateCodes.wholeName(country, place.state());
      texts.add(place.state());
      texts.add(whole);
      StateCodes.findCode(country, whole).ifPresent(texts::add);
    }
    Set<String> words = new LinkedHashSet<>();
    texts.forEach(text -> words.addAll(NameFold.words(text)));
    return words;
  }
}
