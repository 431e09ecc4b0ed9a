package org.studyatlas.http;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import java.util.Optional;

/**
 * Says what the framework's own answers are, its files and its endpoints: it tells that late, so
 * not to {@code HEAD}, and of files without the charset.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ContentTypes {

  /** Adds the header where it is not there yet. */
  @ResponseFilter
  void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (response.getContentType().isEmpty() && response.status() == HttpStatus.OK) {
      type(request, response).ifPresent(response::contentType);
    }
  }

  private static Optional<MediaType> type(HttpRequest<?> request, MutableHttpResponse<?> response) {
    Object body = RouteAttributes.getHeadBody(response).orElseGet(response::body);
    if (body instanceof FileCustomizableResponseType file) {
      return Optional.of(inUtf8(file.getMediaType()));
    }
    return request.getMethod() == HttpMethod.HEAD
        ? RouteAttributes.getRouteInfo(request).flatMap(ContentTypes::produced)
        : Optional.empty();
  }

  private static MediaType inUtf8(MediaType type) {
    return type.getType().equals("text") ? MediaType.of(type.getName() + "; charset=UTF-8") : type;
  }

  private static Optional<MediaType> produced(RouteInfo<?> route) {
    return route.getProduces().stream()
        .filter(type -> !type.equals(MediaType.ALL_TYPE))
        .findFirst();
  }
}
