package org.studyatlas.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers a refused request in the words of its face. */
@Singleton
final class RefusedRequestHandler
    implements ExceptionHandler<RefusedRequestException, HttpResponse<byte[]>> {

  @Override
  @SuppressWarnings("rawtypes") // the interface's own signature
  public HttpResponse<byte[]> handle(HttpRequest request, RefusedRequestException refused) {
    return Face.of((HttpRequest<?>) request).respond(refused.problem());
  }
}
