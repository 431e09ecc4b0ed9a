package org.studyatlas.places;

import java.util.List;

/** What a place name or postal code means. */
public sealed interface Resolution {

  /**
   * A place.
   *
   * @param place the one with the most sites of those that the text can mean; has a point
   * @param others that it can mean too, those with the most sites first; the first ones
   * @param otherCount how many others there are
   */
  record Found(Place place, List<Place> others, int otherCount) implements Resolution {
    /** Copies the list. */
    public Found {
      others = List.copyOf(others);
    }

    /** Whether the text can mean several places. */
    public boolean isAmbiguous() {
      return otherCount > 0;
    }
  }

  /**
   * Nothing that the index knows.
   *
   * @param similar places that may have been meant, with their whole labels
   */
  record Unknown(List<String> similar) implements Resolution {
    /** Copies the list. */
    public Unknown {
      similar = List.copyOf(similar);
    }
  }

  /**
   * A place that sites name, but none of them, nor of others of that name, has coordinates.
   *
   * @param place without a point
   */
  record Nowhere(Place place) implements Resolution {}
}
