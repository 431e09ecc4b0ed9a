package org.studyatlas.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;

/**
 * Writes a study as a ResearchStudy of FHIR R4, in JSON.
 *
 * <p>The registry's own mapping is not known; this one keeps to the specification (<a
 * href="https://hl7.org/fhir/R4/researchstudy.html">hl7.org/fhir/R4/researchstudy.html</a>). Lead
 * sponsor, principal investigator, participants and sites are contained resources, since they have
 * no addresses of their own. The brief title is the title; conditions and interventions stand with
 * their MeSH headings; outcome measures are the objectives. A status that FHIR does not have
 * (unknown, withheld) is marked as absent. Results and collaborators have no place in R4.
 */
public final class FhirFormat {

  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private static final SelectionNode ROOT =
      FieldSelection.ofPieces(Stream.of("ProtocolSection", "ConditionMesh", "InterventionMesh"))
          .root();

  private FhirFormat() {}

  /**
   * Writes one study.
   *
   * @param study its JSON in UTF-8
   * @throws IOException if the stream fails or the record is no study
   */
  public static void write(byte[] study, OutputStream out) throws IOException {
    Part part = PartReader.read(study, ROOT);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      new FhirStudy(part, new FhirJson(json)).write();
    }
  }
}
