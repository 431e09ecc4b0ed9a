package org.studyatlas.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;

/** The two faces of the server; they differ in how an error is told. */
public enum Face {
  /** The registry's own API: errors are plain text. */
  CTGOV,
  /** What the registry's API cannot do: errors are {@code application/problem+json}. */
  NATIVE;

  private static final String CTGOV_ROOT = "/api/";

  /** The face that a request belongs to, by its path. */
  public static Face of(HttpRequest<?> request) {
    return request.getPath().startsWith(CTGOV_ROOT) ? CTGOV : NATIVE;
  }

  /** The answer that tells the problem. */
  public MutableHttpResponse<byte[]> respond(Problem problem) {
    return tell(problem, HttpResponse.status(problem.status()));
  }

  /** Puts the problem into an answer that has its status and headers already. */
  MutableHttpResponse<byte[]> tell(Problem problem, MutableHttpResponse<?> response) {
    byte[] body =
        switch (this) {
          case CTGOV -> problem.detail().getBytes(UTF_8);
          case NATIVE -> problem.toJson();
        };
    String type =
        switch (this) {
          case CTGOV -> "text/plain; charset=UTF-8";
          case NATIVE -> "application/problem+json";
        };
    return response.header(HttpHeaders.CONTENT_TYPE, type).contentLength(body.length).body(body);
  }
}
