package org.studyatlas.http.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.OptionalLong;
import org.studyatlas.geo.Box;
import org.studyatlas.schema.PointGrid;
import org.studyatlas.search.SiteGrid;

/**
 * Writes a grid of counts.
 *
 * @param level of the grid
 * @param grid the counts
 * @param withoutPoint sites that the search cannot judge; empty if it asks for no place
 * @param receipt what makes the answer repeatable
 */
record HeatmapAnswer(int level, SiteGrid grid, OptionalLong withoutPoint, Receipt receipt) {

  private static final JsonFactory JSON = new JsonFactory();

  /** The counts as rows from north to south; a row without sites is null. */
  byte[] toJson() throws IOException {
    PointGrid counts = grid.counts();
    ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      writeSummary(json);
      json.writeNumberField("columns", counts.columns());
      json.writeNumberField("rows", counts.rows());
      json.writeArrayFieldStart("counts");
      for (int row = counts.rows() - 1; row >= 0; row--) {
        writeRow(json, counts, row);
      }
      json.writeEndArray();
      receipt.write(json);
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  private static void writeRow(JsonGenerator json, PointGrid counts, int row) throws IOException {
    boolean empty = true;
    for (int column = 0; column < counts.columns() && empty; column++) {
      empty = counts.count(column, row) == 0;
    }
    if (empty) {
      json.writeNull();
      return;
    }
    json.writeStartArray();
    for (int column = 0; column < counts.columns(); column++) {
      json.writeNumber(counts.count(column, row));
    }
    json.writeEndArray();
  }

  private void writeSummary(JsonGenerator json) throws IOException {
    json.writeNumberField("level", level);
    writeBox(json, "bbox", grid.counts().box());
    json.writeNumberField("cellWidth", cellWidth());
    json.writeNumberField("cellHeight", cellHeight());
    json.writeNumberField("totalSites", grid.totals().sites());
    json.writeNumberField("totalStudies", grid.totals().studies());
    json.writeNumberField("sitesWithoutCell", grid.withoutCell());
    JsonMembers.writeNumber(json, "sitesWithoutPoint", withoutPoint);
  }

  private double cellWidth() {
    return 360.0 / (1 << level);
  }

  private double cellHeight() {
    return 180.0 / (1 << level);
  }

  private static void writeBox(JsonGenerator json, String name, Box box) throws IOException {
    json.writeArrayFieldStart(name);
    json.writeNumber(box.west());
    json.writeNumber(box.south());
    json.writeNumber(box.east());
    json.writeNumber(box.north());
    json.writeEndArray();
  }

  /** The cells that have sites, as polygons (RFC 7946). */
  byte[] toGeoJson() throws IOException {
    PointGrid counts = grid.counts();
    ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      writeBox(json, "bbox", counts.box());
      json.writeArrayFieldStart("features");
      for (int row = counts.rows() - 1; row >= 0; row--) {
        for (int column = 0; column < counts.columns(); column++) {
          if (counts.count(column, row) > 0) {
            writeFeature(json, column, row);
          }
        }
      }
      json.writeEndArray();
      json.writeObjectFieldStart("studyatlas");
      writeSummary(json);
      receipt.write(json);
      json.writeEndObject();
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  private void writeFeature(JsonGenerator json, int column, int row) throws IOException {
    Box box = grid.counts().box();
    double west = box.west() + column * cellWidth();
    west = west >= 180 ? west - 360 : west;
    double south = box.south() + row * cellHeight();
    double east = west + cellWidth();
    double north = south + cellHeight();
    double[][] ring = {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeObjectFieldStart("geometry");
    json.writeStringField("type", "Polygon");
    json.writeArrayFieldStart("coordinates");
    json.writeStartArray();
    for (double[] corner : ring) {
      json.writeArray(corner, 0, 2);
    }
    json.writeEndArray();
    json.writeEndArray();
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeNumberField("sites", grid.counts().count(column, row));
    json.writeEndObject();
    json.writeEndObject();
  }
}
