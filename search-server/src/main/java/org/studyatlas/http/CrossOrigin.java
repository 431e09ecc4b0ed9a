package org.studyatlas.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Set;
import java.util.stream.Collectors;
import org.studyatlas.api.Endpoint;
import org.studyatlas.api.Endpoints;

/**
 * Lets pages of any origin read the answers, as the registry does, and answers {@code OPTIONS}.
 *
 * <p>All that is served is public and read-only, so there is nothing to protect from a page; what
 * must not happen is that a browser takes an answer for something else than it says.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class CrossOrigin {

  private static final Set<String> POSTED_PATHS =
      Endpoints.ALL.stream()
          .filter(Endpoint::takesPost)
          .map(Endpoint::path)
          .collect(Collectors.toUnmodifiableSet());

  private static final String READABLE_HEADERS = "ETag, x-next-page-token, x-total-count";
  private static final String NATIVE_READABLE_HEADERS =
      "ETag, x-total-count, x-studyatlas-generation, x-studyatlas-digest,"
          + " x-studyatlas-sites-without-point";
  private static final String DAY_SECONDS = "86400";

  /** What the request's path allows, said in {@code Allow} too. */
  static String methods(HttpRequest<?> request) {
    return POSTED_PATHS.contains(request.getPath())
        ? "GET, HEAD, POST, OPTIONS"
        : "GET, HEAD, OPTIONS";
  }

  /** Answers every {@code OPTIONS}; other requests go on. */
  @RequestFilter
  @Nullable
  HttpResponse<?> options(HttpRequest<?> request) {
    if (request.getMethod() != HttpMethod.OPTIONS) {
      return null;
    }
    String wanted = request.getHeaders().get(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
    MutableHttpResponse<?> answer = HttpResponse.noContent();
    allow(request, answer);
    return answer
        .header(HttpHeaders.ALLOW, methods(request))
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, methods(request))
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, wanted == null ? "*" : wanted)
        .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, DAY_SECONDS);
  }

  /** Adds the headers that every answer has. */
  @ResponseFilter
  void allow(HttpRequest<?> request, MutableHttpResponse<?> response) {
    String readable =
        switch (Face.of(request)) {
          case CTGOV -> READABLE_HEADERS;
          case NATIVE -> NATIVE_READABLE_HEADERS;
        };
    response
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .header(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, readable)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
        .header("X-Content-Type-Options", "nosniff");
  }
}
