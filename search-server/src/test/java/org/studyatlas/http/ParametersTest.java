package org.studyatlas.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.simple.SimpleHttpRequest;
import org.junit.jupiter.api.Test;

class ParametersTest {

  private static final KnownParameters KNOWN = KnownParameters.of("pageSize", "near", "q");

  private final ParameterReader strict = new ParameterReader(false);

  @Test
  void givesTheValuesOfKnownParameters() {
    RequestParameters parameters = strict.read(request("/search", "q", "a b", "near", ""), KNOWN);
    assertThat(parameters.find("q")).hasValue("a b");
    assertThat(parameters.find("near")).hasValue("");
    assertThat(parameters.find("pageSize")).isEmpty();
  }

  @Test
  void namesTheKnownParameterThatWasProbablyMeant() {
    Problem problem = refused("/search", "pagesize", "3");
    assertThat(problem.code()).isEqualTo("unknown-parameter");
    assertThat(problem.parameter()).isEqualTo("pagesize");
    assertThat(problem.detail())
        .isEqualTo("unknown parameter 'pagesize'; did you mean 'pageSize'?");
    assertThat(problem.allowed()).containsExactly("pageSize", "near", "q");
    assertThat(refused("/search", "colour", "3").detail()).isEqualTo("unknown parameter 'colour'");
  }

  @Test
  void theDropInFaceUsesTheRegistrysWords() {
    assertThat(refused("/api/v2/studies", "pagesize", "3").detail())
        .isEqualTo("`pagesize` is unknown parameter");
  }

  @Test
  void theJsonOfAProblemLeavesOutWhatItDoesNotHave() {
    assertThat(
            new String(
                refused("/search", "x\"y", "3").toJson(), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"type":"urn:studyatlas:problem:unknown-parameter","title":"Bad Request","status":400,\
            "code":"unknown-parameter","parameter":"x\\"y","detail":"unknown parameter 'x\\"y'",\
            "allowed":["pageSize","near","q"]}""");
  }

  @Test
  void aLenientReaderIgnoresUnknownParameters() {
    ParameterReader lenient = new ParameterReader(true);
    assertThat(lenient.read(request("/search", "x", "1", "q", "a"), KNOWN).values())
        .containsOnlyKeys("q");
  }

  private Problem refused(String path, String... parameters) {
    HttpRequest<?> request = request(path, parameters);
    return catchThrowableOfType(RefusedRequestException.class, () -> strict.read(request, KNOWN))
        .problem();
  }

  private static HttpRequest<?> request(String path, String... parameters) {
    MutableHttpRequest<Object> request =
        new SimpleHttpRequest<>(io.micronaut.http.HttpMethod.GET, path, null);
    for (int i = 0; i < parameters.length; i += 2) {
      request.getParameters().add(parameters[i], parameters[i + 1]);
    }
    return request;
  }
}
