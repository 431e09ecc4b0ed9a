package org.studyatlas.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.studyatlas.search.SlowSearchException;

/** Answers 503 where a search took longer than it may: too much to ask, or too many who ask. */
@Singleton
final class SlowSearchHandler
    implements ExceptionHandler<SlowSearchException, HttpResponse<byte[]>> {

  @Override
  @SuppressWarnings("rawtypes") // the interface's own signature
  public HttpResponse<byte[]> handle(HttpRequest request, SlowSearchException slow) {
    return Face.of((HttpRequest<?>) request)
        .respond(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(slow.getMessage())));
  }
}
