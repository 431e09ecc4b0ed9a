package org.studyatlas.names;

import org.studyatlas.schema.PlaceKey;

/**
 * What tells a place from another one of its kind.
 *
 * @param kind of place
 * @param name folded, or the code of a postal code or country
 * @param key of the city, state or country that it is or lies in; parts that do not matter to the
 *     kind are empty
 */
record PlaceId(NameKind kind, String name, PlaceKey key) {

  static PlaceId country(PlaceKey key) {
    return new PlaceId(NameKind.COUNTRY, key.country(), new PlaceKey("", "", key.country()));
  }

  static PlaceId state(PlaceKey key) {
    return new PlaceId(NameKind.STATE, key.state(), new PlaceKey("", key.state(), key.country()));
  }

  static PlaceId city(PlaceKey key) {
    return new PlaceId(NameKind.CITY, key.city(), key);
  }

  static PlaceId zip(NameKind kind, String code, String country) {
    return new PlaceId(kind, code, new PlaceKey("", "", country));
  }

  /** All in one text, to order places that are otherwise equal. */
  String text() {
    return name + "|" + key.text();
  }
}
