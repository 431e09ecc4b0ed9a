package org.studyatlas.http.ctgov;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;

/** Answers whose bytes are JSON already. */
final class JsonAnswer {

  private JsonAnswer() {}

  /** The length is said here, since the framework leaves it out of the answer to a HEAD. */
  static MutableHttpResponse<byte[]> of(byte[] json) {
    return HttpResponse.ok(json)
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .contentLength(json.length);
  }

  /** The same with a body that is one gzip member; it is sent as it is. */
  static MutableHttpResponse<byte[]> ofGzip(byte[] gzip) {
    return of(gzip).header(HttpHeaders.CONTENT_ENCODING, "gzip");
  }
}
