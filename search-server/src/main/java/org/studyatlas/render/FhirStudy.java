package org.studyatlas.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.studyatlas.study.PartialDate;

/** Writes one study as a ResearchStudy, element by element in the order of the specification. */
final class FhirStudy {

  /** An arm, of which FHIR needs the name. */
  private record Arm(String name, String type, String description) {}

  /** What an outcome measure is to show. */
  private record Objective(String name, String type) {}

  private final Part study;
  private final Part protocol;
  private final FhirJson json;
  private final FhirContained contained;

  FhirStudy(Part study, FhirJson json) {
    this.study = study;
    this.json = json;
    protocol = study.part("protocolSection");
    contained = new FhirContained(protocol, StudyProfileReader.allSites(study), json);
  }

  void write() throws IOException {
    json.object(
        () -> {
          json.text("resourceType", "ResearchStudy");
          json.text("id", protocol.part("identificationModule").text("nctId"));
          contained.write();
          writeIdentity();
          writeStatus();
          writeDesign();
          writeSubject();
          writeContacts();
          writeArtifacts();
          writeKeywords();
          writePlaces();
          writeDescription();
          writeCourse();
          writePeople();
          writeArms();
          writeObjectives();
        });
  }

  private void writeIdentity() throws IOException {
    Part identification = protocol.part("identificationModule");
    List<FhirIdentifier> identifiers = new ArrayList<>();
    identifiers.add(
        new FhirIdentifier("official", FhirCodes.REGISTRY, identification.text("nctId"), ""));
    identifiers.add(FhirIdentifier.secondary(identification.part("orgStudyIdInfo")));
    identification.parts("secondaryIdInfos").stream()
        .map(FhirIdentifier::secondary)
        .forEach(identifiers::add);
    json.array(
        "identifier",
        identifiers.stream().filter(identifier -> !identifier.value().isBlank()).toList(),
        identifier -> json.object(() -> identifier.write(json)));
    json.text("title", identification.text("briefTitle"));
  }

  /** FHIR requires a status: where it has none for the registry's, the lack is told instead. */
  private void writeStatus() throws IOException {
    String status = FhirCodes.status(protocol.part("statusModule").text("overallStatus"));
    if (!status.isEmpty()) {
      json.text("status", status);
      return;
    }
    json.object(
        "_status",
        () ->
            json.array(
                "extension",
                List.of("http://hl7.org/fhir/StructureDefinition/data-absent-reason"),
                url ->
                    json.object(
                        () -> {
                          json.text("url", url);
                          json.text("valueCode", "unknown");
                        })));
  }

  private void writeDesign() throws IOException {
    Part design = protocol.part("designModule");
    json.concept(
        "primaryPurposeType",
        FhirCodes.primaryPurpose(design.part("designInfo").text("primaryPurpose")));
    json.concept("phase", FhirCodes.phase(design.texts("phases")));
    String type = FhirConcept.label("StudyType", design.text("studyType"));
    json.concepts("category", List.of(FhirConcept.of(type)));
  }

  private void writeSubject() throws IOException {
    Part arms = protocol.part("armsInterventionsModule");
    Part derived = study.part("derivedSection");
    json.concepts(
        "focus",
        Stream.concat(
                arms.parts("interventions").stream().map(i -> FhirConcept.of(i.text("name"))),
                derived.part("interventionBrowseModule").parts("meshes").stream()
                    .map(FhirCodes::mesh))
            .toList());
    json.concepts(
        "condition",
        Stream.concat(
                protocol.part("conditionsModule").texts("conditions").stream().map(FhirConcept::of),
                derived.part("conditionBrowseModule").parts("meshes").stream().map(FhirCodes::mesh))
            .toList());
  }

  private void writeContacts() throws IOException {
    List<StudySite.Contact> contacts =
        protocol.part("contactsLocationsModule").parts("centralContacts").stream()
            .map(StudySite.Contact::of)
            .filter(contact -> contact.name() != null)
            .toList();
    json.array(
        "contact",
        contacts,
        contact ->
            json.object(
                () -> {
                  json.text("name", String.valueOf(contact.name()));
                  json.array(
                      "telecom",
                      FhirTelecom.of(List.of(contact)),
                      telecom -> json.object(() -> telecom.write(json)));
                }));
  }

  private void writeArtifacts() throws IOException {
    Part references = protocol.part("referencesModule");
    List<FhirArtifact> artifacts = new ArrayList<>();
    String id = protocol.part("identificationModule").text("nctId");
    if (!id.isEmpty()) {
      artifacts.add(FhirArtifact.link("", "https://clinicaltrials.gov/study/" + id));
    }
    references.parts("seeAlsoLinks").stream()
        .map(link -> FhirArtifact.link(link.text("label"), link.text("url")))
        .forEach(artifacts::add);
    references.parts("references").stream()
        .map(reference -> FhirArtifact.citation(reference.text("citation")))
        .forEach(artifacts::add);
    json.array(
        "relatedArtifact",
        artifacts.stream().filter(FhirArtifact::isUsable).toList(),
        artifact -> json.object(() -> artifact.write(json)));
  }

  private void writeKeywords() throws IOException {
    json.concepts(
        "keyword",
        protocol.part("conditionsModule").texts("keywords").stream().map(FhirConcept::of).toList());
  }

  private void writePlaces() throws IOException {
    Set<String> countries = new LinkedHashSet<>();
    contained.sites().stream()
        .flatMap(site -> Optional.ofNullable(site.country()).stream())
        .forEach(countries::add);
    json.concepts("location", countries.stream().map(FhirCodes::country).toList());
  }

  private void writeDescription() throws IOException {
    Part description = protocol.part("descriptionModule");
    String summary = description.text("briefSummary");
    String details = description.text("detailedDescription");
    json.text("description", (summary + "\n\n" + details).strip());
  }

  private void writeCourse() throws IOException {
    if (contained.has(FhirContained.PARTICIPANTS)) {
      json.array("enrollment", List.of(FhirContained.PARTICIPANTS), json::reference);
    }
    Optional<PartialDate> start = date("startDateStruct");
    // FHIR refuses a period that ends before it begins, which some records have.
    Optional<PartialDate> end =
        date("completionDateStruct")
            .filter(e -> start.isEmpty() || !e.last().isBefore(start.get().first()));
    if (start.isPresent() || end.isPresent()) {
      json.object(
          "period",
          () -> {
            json.text("start", start.map(PartialDate::toString).orElse(""));
            json.text("end", end.map(PartialDate::toString).orElse(""));
          });
    }
  }

  private Optional<PartialDate> date(String struct) {
    return PartialDate.find(protocol.part("statusModule").part(struct).text("date"));
  }

  private void writePeople() throws IOException {
    if (contained.has(FhirContained.SPONSOR)) {
      json.reference("sponsor", FhirContained.SPONSOR);
    }
    if (contained.has(FhirContained.INVESTIGATOR)) {
      json.reference("principalInvestigator", FhirContained.INVESTIGATOR);
    }
    json.array("site", contained.sites(), site -> json.reference(FhirContained.siteId(site)));
    json.concept("reasonStopped", FhirConcept.of(protocol.part("statusModule").text("whyStopped")));
  }

  private void writeArms() throws IOException {
    List<Arm> arms =
        protocol.part("armsInterventionsModule").parts("armGroups").stream()
            .map(arm -> new Arm(arm.text("label"), arm.text("type"), arm.text("description")))
            .filter(arm -> !arm.name().isBlank())
            .toList();
    json.array(
        "arm",
        arms,
        arm ->
            json.object(
                () -> {
                  json.text("name", arm.name());
                  json.concept(
                      "type", FhirConcept.of(FhirConcept.label("ArmGroupType", arm.type())));
                  json.text("description", arm.description());
                }));
  }

  private void writeObjectives() throws IOException {
    Part outcomes = protocol.part("outcomesModule");
    List<Objective> objectives = new ArrayList<>();
    addObjectives(objectives, outcomes.parts("primaryOutcomes"), "primary");
    addObjectives(objectives, outcomes.parts("secondaryOutcomes"), "secondary");
    addObjectives(objectives, outcomes.parts("otherOutcomes"), "exploratory");
    json.array(
        "objective",
        objectives,
        objective ->
            json.object(
                () -> {
                  json.text("name", objective.name());
                  json.concept("type", FhirCodes.objective(objective.type()));
                }));
  }

  private static void addObjectives(List<Objective> objectives, List<Part> outcomes, String type) {
    outcomes.stream()
        .map(outcome -> outcome.text("measure"))
        .filter(measure -> !measure.isBlank())
        .forEach(measure -> objectives.add(new Objective(measure, type)));
  }
}
