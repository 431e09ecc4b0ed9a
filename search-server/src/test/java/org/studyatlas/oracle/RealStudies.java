package org.studyatlas.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads studies out of a zip by the JDK's own reader, to compare with. */
final class RealStudies {

  private static final ObjectMapper JSON = new ObjectMapper();

  private RealStudies() {}

  /** Every n-th record of a zip, as it is. */
  static List<byte[]> records(Path zip, int every) {
    List<byte[]> records = new ArrayList<>();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      List<? extends ZipEntry> entries = Collections.list(file.entries());
      for (int i = 0; i < entries.size(); i += every) {
        records.add(file.getInputStream(entries.get(i)).readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  static JsonNode tree(byte[] record) {
    try {
      return JSON.readTree(record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String id(JsonNode study) {
    return study.at("/protocolSection/identificationModule/nctId").asText();
  }
}
