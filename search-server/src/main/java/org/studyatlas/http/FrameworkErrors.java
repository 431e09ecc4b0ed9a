package org.studyatlas.http;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.exceptions.response.HateoasErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the errors that the framework finds (no such path, other method, unreadable request) and
 * those that nobody expected, in the words of the request's face.
 *
 * <p>An unexpected error is logged here, once, with an id; the client gets the id only.
 */
@Singleton
@Replaces(HateoasErrorResponseProcessor.class)
final class FrameworkErrors implements ErrorResponseProcessor<byte[]> {

  private static final Logger LOG = LoggerFactory.getLogger(FrameworkErrors.class);

  @Override
  public MutableHttpResponse<byte[]> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    HttpRequest<?> request = context.getRequest();
    HttpStatus status = HttpStatus.valueOf(response.code());
    if (status == HttpStatus.METHOD_NOT_ALLOWED) {
      response.getHeaders().set(HttpHeaders.ALLOW, CrossOrigin.methods(request));
    }
    return Face.of(request).tell(problem(context, request, status), response);
  }

  private static Problem problem(ErrorContext context, HttpRequest<?> request, HttpStatus status) {
    if (status.getCode() >= 500) {
      String id = UUID.randomUUID().toString().substring(0, 8);
      LOG.error(
          "internal error (id {}) at {} {}",
          id,
          request.getMethodName(),
          request.getUri(),
          context.getRootCause().orElse(null));
      return Problem.of(status, "internal error (id " + id + ")");
    }
    return switch (status) {
      case NOT_FOUND -> Problem.of(status, "no such path: " + request.getPath());
      case METHOD_NOT_ALLOWED ->
          Problem.of(status, "method " + request.getMethodName() + " is not allowed here");
      case REQUEST_ENTITY_TOO_LARGE ->
          Problem.of(status, "the request line, the headers or the body are too long");
      default -> Problem.of(status, status.getReason().toLowerCase(java.util.Locale.ROOT));
    };
  }
}
