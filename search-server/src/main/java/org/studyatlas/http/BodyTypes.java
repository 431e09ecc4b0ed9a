package org.studyatlas.http;

import io.micronaut.http.MediaType;
import java.util.Map;

/** Types of bodies that Micronaut has no constants for. Text is UTF-8, which readers must know. */
public final class BodyTypes {

  /** A table. */
  public static final MediaType CSV = new MediaType("text/csv", Map.of("charset", "UTF-8"));

  /** Records for reference managers. */
  public static final MediaType RIS =
      new MediaType("application/x-research-info-systems", Map.of("charset", "UTF-8"));

  /** One JSON value a line. */
  public static final MediaType NDJSON = MediaType.of("application/x-ndjson");

  /** Lines of text. */
  public static final MediaType TEXT = new MediaType("text/plain", Map.of("charset", "UTF-8"));

  /** A geographic collection. */
  public static final MediaType GEOJSON = MediaType.of("application/geo+json");

  private BodyTypes() {}
}
