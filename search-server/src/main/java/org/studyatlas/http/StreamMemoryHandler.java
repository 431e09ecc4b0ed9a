package org.studyatlas.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.studyatlas.search.StreamMemoryException;

/** Answers 503 where open streams hold all memory that they may have. */
@Singleton
final class StreamMemoryHandler
    implements ExceptionHandler<StreamMemoryException, HttpResponse<byte[]>> {

  private static final String RETRY_SECONDS = "30";

  @Override
  @SuppressWarnings("rawtypes") // the interface's own signature
  public HttpResponse<byte[]> handle(HttpRequest request, StreamMemoryException full) {
    return Face.of((HttpRequest<?>) request)
        .respond(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(full.getMessage())))
        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
  }
}
