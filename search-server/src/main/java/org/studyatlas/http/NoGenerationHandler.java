package org.studyatlas.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.studyatlas.search.NoGenerationException;

/** Answers 503 until the first generation is published. */
@Singleton
final class NoGenerationHandler
    implements ExceptionHandler<NoGenerationException, HttpResponse<byte[]>> {

  private static final String RETRY_SECONDS = "10";

  @Override
  @SuppressWarnings("rawtypes") // the interface's own signature
  public HttpResponse<byte[]> handle(HttpRequest request, NoGenerationException absent) {
    return Face.of((HttpRequest<?>) request)
        .respond(
            Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE, "no index is in service yet; try again later"))
        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
  }
}
