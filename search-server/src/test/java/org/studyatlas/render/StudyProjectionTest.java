package org.studyatlas.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.schema.RecordText;

class StudyProjectionTest {

  @Test
  void ancestorWithoutAnySelectedFieldStaysEmpty() throws Exception {
    assertThat(
            project(
                "Phase,ConditionMeshTerm",
                "{'protocolSection':{'designModule':{'studyType':'OBSERVATIONAL'}},"
                    + "'derivedSection':{'miscInfoModule':{'versionHolder':'2026-08-14'}}}"))
        .isEqualTo("{'protocolSection':{'designModule':{}},'derivedSection':{}}");
  }

  @Test
  void ancestorThatTheStudyDoesNotHaveIsAbsent() throws Exception {
    assertThat(project("Phase,NCTId", "{'protocolSection':{},'hasResults':true}"))
        .isEqualTo("{'protocolSection':{}}");
  }

  @Test
  void studyWithoutAnythingSelectedIsAnEmptyObject() throws Exception {
    assertThat(project("ResultsSection", "{'hasResults':false}")).isEqualTo("{}");
  }

  @Test
  void arrayKeepsOneObjectForEachElement() throws Exception {
    assertThat(
            project(
                "LocationCountry",
                "{'protocolSection':{'contactsLocationsModule':{'centralContacts':[{'name':'N'}],"
                    + "'locations':[{'city':'A','country':'France'},{'city':'B'},{},"
                    + "{'country':'France','geoPoint':{'lat':1,'lon':2}}]}}}"))
        .isEqualTo(
            "{'protocolSection':{'contactsLocationsModule':{'locations':"
                + "[{'country':'France'},{},{},{'country':'France'}]}}}");
  }

  @Test
  void emptyArrayStaysEmpty() throws Exception {
    assertThat(
            project(
                "LocationCountry,Condition",
                "{'protocolSection':{'conditionsModule':{'conditions':[]},"
                    + "'contactsLocationsModule':{'locations':[]}}}"))
        .isEqualTo(
            "{'protocolSection':{'conditionsModule':{'conditions':[]},"
                + "'contactsLocationsModule':{'locations':[]}}}");
  }

  @Test
  void leafOfStructComesAloneAndStructComesWhole() throws Exception {
    String study =
        "{'protocolSection':{'statusModule':{'startDateStruct':"
            + "{'date':'2024-01','type':'ACTUAL'}}}}";
    assertThat(project("StartDate", study))
        .isEqualTo("{'protocolSection':{'statusModule':{'startDateStruct':{'date':'2024-01'}}}}");
    assertThat(project("StartDateStruct", study)).isEqualTo(study);
  }

  @Test
  void keepsTheOrderOfTheRecord() throws Exception {
    assertThat(
            project(
                "NCTId,BriefTitle",
                "{'protocolSection':{'identificationModule':"
                    + "{'briefTitle':'T','acronym':'A','nctId':'NCT00000001'}}}"))
        .isEqualTo(
            "{'protocolSection':{'identificationModule':"
                + "{'briefTitle':'T','nctId':'NCT00000001'}}}");
  }

  @Test
  void selectedValuesKeepTheirBytes() throws Exception {
    String study =
        "{'protocolSection':{'identificationModule':{'briefTitle':'\\u00e9\\/\\\\\\n é 😀'},"
            + "'designModule':{'enrollmentInfo':{'count':1.50E+2}}},'hasResults':true}";
    assertThat(project("BriefTitle,EnrollmentCount,HasResults", study)).isEqualTo(study);
  }

  @Test
  void unknownMemberOfSelectedStructIsKeptAndOthersAreDropped() throws Exception {
    assertThat(
            project(
                "LeadSponsor,NCTId",
                "{'new':{'deep':[[{}]]},'protocolSection':{'newModule':{'nctId':'x'},"
                    + "'identificationModule':{'new':[1],'nctId':'NCT00000001'},"
                    + "'sponsorCollaboratorsModule':{'leadSponsor':{'new':{'a':[null]}}}}}"))
        .isEqualTo(
            "{'protocolSection':{'identificationModule':{'nctId':'NCT00000001'},"
                + "'sponsorCollaboratorsModule':{'leadSponsor':{'new':{'a':[null]}}}}}");
  }

  @Test
  void deepUnknownFieldIsDroppedOrRefusedButNeverOverflows() throws Exception {
    String id = "'protocolSection':{'identificationModule':{'nctId':'NCT00000001'}}";
    assertThat(project("NCTId,HasResults", "{'new':" + nested(900) + "," + id + "}"))
        .isEqualTo("{" + id + "}");
    assertThat(project("ProtocolSection", "{'protocolSection':{'new':" + nested(900) + "}}"))
        .isEqualTo("{'protocolSection':{'new':" + nested(900) + "}}");
    assertThatThrownBy(() -> project("NCTId", "{'new':" + nested(100_000) + "}"))
        .isInstanceOf(IOException.class);
  }

  private static String nested(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }

  @Test
  void scalarInThePlaceOfStructIsDropped() throws Exception {
    assertThat(
            project(
                "NCTId,LocationCity",
                "{'protocolSection':{'identificationModule':7,'contactsLocationsModule':"
                    + "{'locations':[null,{'city':'A'},'x',{'city':'B'}]}}}"))
        .isEqualTo(
            "{'protocolSection':{'contactsLocationsModule':"
                + "{'locations':[{'city':'A'},{'city':'B'}]}}}");
  }

  @Test
  void writesMinifiedWhatIsNot() throws Exception {
    String study =
        """
        {
          'protocolSection' : { 'identificationModule' : { 'nctId' : 'NCT00000001',
              'organization' : { 'fullName' : 'A  \\" B',\t'class':'NIH' } } },
          'hasResults' : false
        }
        """;
    assertThat(project("NCTId,Organization,HasResults", study))
        .isEqualTo(
            "{'protocolSection':{'identificationModule':{'nctId':'NCT00000001',"
                + "'organization':{'fullName':'A  \\' B','class':'NIH'}}},'hasResults':false}");
  }

  @Test
  void wholeStudyKeepsEveryByte() throws IOException {
    String study = " { 'a' : [ 1 ] }\n";
    assertThat(write(FieldSelection.everything(), MarkupFormat.MARKDOWN, study)).isEqualTo(study);
  }

  @Test
  void stopsReadingBehindTheLastSelectedField() throws Exception {
    assertThat(
            project(
                "NCTId,OrgStudyId",
                "{'protocolSection':{'identificationModule':"
                    + "{'nctId':'NCT00000001','orgStudyIdInfo':{'id':'X'} this is no JSON"))
        .isEqualTo(
            "{'protocolSection':{'identificationModule':"
                + "{'nctId':'NCT00000001','orgStudyIdInfo':{'id':'X'}}}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "'x'", "{'protocolSection':{'identificationModule'"})
  void recordThatIsNoStudyIsAnError(String study) {
    assertThatThrownBy(() -> project("NCTId", study)).isInstanceOf(IOException.class);
  }

  @Test
  void legacyMarkupLosesItsEscapesAndEndsLinesWithCrLf() throws Exception {
    String study =
        "{'protocolSection':{'identificationModule':{'briefTitle':'a \\\\> b'},"
            + "'descriptionModule':{'briefSummary':'a \\\\> b\\n* c\\\\_d \\\\q é😀 \\\\\\\\'},"
            + "'outcomesModule':{'primaryOutcomes':[{'measure':'m \\\\>','description':'\\\\~1'},"
            + "{'description':7}]}},'new':{'x':'\\\\>'}}";
    String expected =
        "{'protocolSection':{'identificationModule':{'briefTitle':'a \\\\> b'},"
            + "'descriptionModule':{'briefSummary':'a > b\\r\\n* c_d \\\\q é😀 \\\\'},"
            + "'outcomesModule':{'primaryOutcomes':[{'measure':'m \\\\>','description':'~1'},"
            + "{'description':7}]}},'new':{'x':'\\\\>'}}";
    assertThat(write(FieldSelection.everything(), MarkupFormat.LEGACY, study)).isEqualTo(expected);
    assertThat(write(FieldSelection.parse("BriefSummary,BriefTitle"), MarkupFormat.LEGACY, study))
        .isEqualTo(
            "{'protocolSection':{'identificationModule':{'briefTitle':'a \\\\> b'},"
                + "'descriptionModule':{'briefSummary':'a > b\\r\\n* c_d \\\\q é😀 \\\\'}}}");
  }

  @Test
  void markupFormatsAreFoundByTheirExactNames() {
    assertThat(List.of("markdown", "legacy", "Legacy", ""))
        .map(name -> MarkupFormat.find(name).map(Enum::name).orElse("none"))
        .containsExactly("MARKDOWN", "LEGACY", "none", "none");
  }

  private static String project(String fields, String study)
      throws IOException, InvalidFieldsException {
    return write(FieldSelection.parse(fields), MarkupFormat.MARKDOWN, study);
  }

  /** Single quotes stand for double ones on both sides. */
  private static String write(FieldSelection selection, MarkupFormat format, String study)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StudyProjection.of(selection, format)
        .write(RecordText.of(study.replace('\'', '"').getBytes(UTF_8)), out);
    return out.toString(UTF_8).replace('"', '\'');
  }
}
