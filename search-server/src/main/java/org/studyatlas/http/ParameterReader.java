package org.studyatlas.http;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the query parameters of a request strictly: one that the endpoint does not know, or one
 * that is given twice, is the client's fault.
 */
@Singleton
public final class ParameterReader {

  private final boolean lenient;

  /**
   * A reader.
   *
   * @param lenient whether unknown parameters are ignored instead of refused, and some more are
   *     taken
   */
  public ParameterReader(
      @Property(name = "studyatlas.lenient", defaultValue = "false") boolean lenient) {
    this.lenient = lenient;
  }

  /**
   * The request's parameters.
   *
   * @throws RefusedRequestException if one is unknown or given twice
   */
  public RequestParameters read(HttpRequest<?> request, KnownParameters known) {
    return read(request, known, KnownParameters.of());
  }

  /**
   * The request's parameters, some of which only a lenient server takes.
   *
   * @throws RefusedRequestException if one is unknown or given twice
   */
  public RequestParameters read(
      HttpRequest<?> request, KnownParameters known, KnownParameters lenientOnes) {
    Face face = Face.of(request);
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> parameter : request.getParameters()) {
      String name = parameter.getKey();
      if (known.names().contains(name) || (lenient && lenientOnes.names().contains(name))) {
        values.put(name, single(face, name, parameter.getValue()));
      } else if (!lenient) {
        throw new RefusedRequestException(known.unknown(face, name));
      }
    }
    return new RequestParameters(values);
  }

  /**
   * The parameters of a request whose body is a JSON object of them; those in its address count
   * too.
   *
   * @param body the object: values are texts, numbers, booleans or lists of these
   * @throws RefusedRequestException if the body is no such object, or a parameter is unknown or
   *     given twice
   */
  public RequestParameters read(HttpRequest<?> request, byte[] body, KnownParameters known) {
    Map<String, String> values = new LinkedHashMap<>(read(request, known).values());
    Face face = Face.of(request);
    for (Map.Entry<String, String> parameter : JsonParameters.read(body).entrySet()) {
      String name = parameter.getKey();
      if (known.names().contains(name)) {
        String other = values.putIfAbsent(name, parameter.getValue());
        if (other != null) {
          single(face, name, List.of(other, parameter.getValue()));
        }
      } else if (!lenient) {
        throw new RefusedRequestException(known.unknown(face, name));
      }
    }
    return new RequestParameters(values);
  }

  private static String single(Face face, String name, List<String> values) {
    if (values.size() == 1) {
      return values.getFirst();
    }
    String detail =
        switch (face) {
          case CTGOV -> "Parameter `%s` must be given only once".formatted(name);
          case NATIVE ->
              "parameter '%s' is given %d times; give it once".formatted(name, values.size());
        };
    throw new RefusedRequestException(
        Problem.badParameter("repeated-parameter", name, values.get(1), detail));
  }
}
