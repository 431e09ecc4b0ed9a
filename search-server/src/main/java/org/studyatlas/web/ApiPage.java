package org.studyatlas.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.studyatlas.api.Endpoint;
import org.studyatlas.api.Endpoints;
import org.studyatlas.api.Parameter;
import org.studyatlas.search.GenerationService;
import org.studyatlas.search.Lease;

/**
 * {@code GET /docs/api}: the endpoints of the native face with their parameters, as {@code
 * /openapi.json} tells them, and examples to follow.
 */
@Controller("/docs/api")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ApiPage {

  private static final PageTemplate PAGE = PageTemplate.load("api.html");
  private static final PageTemplate ENDPOINT = PageTemplate.load("api-endpoint.html");
  private static final PageTemplate PARAMETER = PageTemplate.load("api-parameter.html");
  private static final PageTemplate WORDS = PageTemplate.load("api-words.html");
  private static final PageTemplate EXAMPLE = PageTemplate.load("api-example.html");

  private final GenerationService generations;

  ApiPage(GenerationService generations) {
    this.generations = generations;
  }

  @Get
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> page() throws IOException {
    Optional<String> study = study();
    List<Html> endpoints =
        Endpoints.ALL.stream().map(endpoint -> endpoint(endpoint, study)).toList();
    return PageAnswer.of(PAGE.render(Map.of("endpoints", Html.join(endpoints))));
  }

  /** A study to ask about; empty while no index is in service. */
  private Optional<String> study() throws IOException {
    Optional<Lease> lease = generations.findCurrent();
    if (lease.isEmpty()) {
      return Optional.empty();
    }
    try (Lease held = lease.get()) {
      return held.generation().findExample().map(Object::toString);
    }
  }

  private static Html endpoint(Endpoint endpoint, Optional<String> study) {
    return ENDPOINT.render(
        Map.of(
            "anchor", endpoint.path().substring(endpoint.path().lastIndexOf('/') + 1),
            "methods", endpoint.takesPost() ? "GET, POST" : "GET",
            "path", endpoint.path(),
            "summary", endpoint.summary(),
            "parameters",
                Html.join(endpoint.parameters().stream().map(ApiPage::parameter).toList()),
            "answers", answers(endpoint),
            "examples", Html.join(examples(endpoint, study))));
  }

  private static Html parameter(Parameter parameter) {
    List<String> allowed = parameter.allowed();
    return PARAMETER.render(
        Map.of(
            "name", parameter.name(),
            "form", parameter.isRequired() ? parameter.form() + "; required" : parameter.form(),
            "default", parameter.defaultValue().map(value -> "; default " + value).orElse(""),
            "description", parameter.description(),
            "allowed",
                allowed.isEmpty()
                    ? Html.join(List.of())
                    : WORDS.render(Map.of("words", String.join(" ", allowed)))));
  }

  private static String answers(Endpoint endpoint) {
    return String.join(
        "; ",
        endpoint.answers().stream()
            .map(answer -> answer.type() + ": " + answer.description())
            .toList());
  }

  private static List<Html> examples(Endpoint endpoint, Optional<String> study) {
    boolean ofStudy = endpoint.path().contains("{");
    List<Html> examples = new ArrayList<>();
    if (ofStudy && study.isEmpty()) {
      return examples;
    }
    String path = endpoint.path().replaceAll("\\{[^}]*}", study.orElse(""));
    for (String query : endpoint.examples()) {
      examples.add(EXAMPLE.render(Map.of("address", path + "?" + query)));
    }
    return examples;
  }
}
