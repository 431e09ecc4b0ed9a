package org.studyatlas.http.search;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.studyatlas.http.Problem;
import org.studyatlas.http.RefusedRequestException;
import org.studyatlas.places.Resolution;
import org.studyatlas.search.OpenGeneration;

/** Finds the place that {@code near} names, where it is not coordinates. */
@Singleton
final class PlaceNames {

  private static final int MAX_CHARS = 200;

  /**
   * The place.
   *
   * @param generation whose sites know the places
   * @throws RefusedRequestException if there is no such place
   */
  Resolution.Found find(OpenGeneration generation, String name) {
    if (name.length() > MAX_CHARS) {
      throw refused(name.substring(0, MAX_CHARS) + "…", "the name of a place is not that long");
    }
    try {
      return switch (generation.gazetteer().resolve(name)) {
        case Resolution.Found found -> found;
        case Resolution.Nowhere nowhere ->
            throw refused(
                name,
                "no site in %s has coordinates; give a place close to it, or its coordinates"
                    .formatted(nowhere.place().label()));
        case Resolution.Unknown unknown -> throw unknown(name, unknown.similar());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RefusedRequestException unknown(String name, List<String> similar) {
    String meant = similar.isEmpty() ? "" : "; did you mean '" + similar.getFirst() + "'?";
    String detail =
        "no site is in a place called '%s'%s; expected a city such as Boston, MA, a postal code, or latitude,longitude in degrees"
            .formatted(name, meant);
    return new RefusedRequestException(
        Problem.badParameter("unknown-place", "near", name, detail).allowing(similar));
  }

  private static RefusedRequestException refused(String name, String detail) {
    return NativeParameters.refused("unknown-place", "near", name, detail);
  }
}
