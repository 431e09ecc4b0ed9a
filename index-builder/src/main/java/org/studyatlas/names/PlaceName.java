package org.studyatlas.names;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.OutputStreamDataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.studyatlas.geo.GeoPoint;

/**
 * A place that sites name: how many they are, and where their coordinates say that it is.
 *
 * @param kind a kind of place
 * @param name its most frequent spelling, e.g. {@code Boston} or {@code 02115}
 * @param city of a postal code: the one that most of its sites at the point name; else empty
 * @param state its most frequent spelling, or empty
 * @param country its most frequent spelling, or empty
 * @param sites that name it
 * @param studies that have such sites
 * @param located sites of these that have coordinates
 * @param spot where it is, or null if nothing tells
 */
public record PlaceName(
    NameKind kind,
    String name,
    String city,
    String state,
    String country,
    int sites,
    int studies,
    int located,
    @Nullable Spot spot) {

  /**
   * Where a place is.
   *
   * @param point the chosen one of its sites' points; see {@link SpotChoice}
   * @param nearby located sites at most {@link SpotChoice#SAME_PLACE_METERS} from the point
   * @param spreadMeters distance of the farthest located site from the point
   */
  public record Spot(GeoPoint point, int nearby, int spreadMeters) {

    /** Whether its sites agree about the point. */
    public boolean isAgreed() {
      return spreadMeters <= SpotChoice.SAME_PLACE_METERS;
    }
  }

  BytesRef toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
    OutputStreamDataOutput out = new OutputStreamDataOutput(bytes);
    try {
      out.writeByte((byte) kind.ordinal());
      out.writeString(name);
      out.writeString(city);
      out.writeString(state);
      out.writeString(country);
      out.writeVInt(sites);
      out.writeVInt(studies);
      out.writeVInt(located);
      out.writeByte((byte) (spot == null ? 0 : 1));
      if (spot != null) {
        out.writeInt(GeoEncodingUtils.encodeLatitude(spot.point.lat()));
        out.writeInt(GeoEncodingUtils.encodeLongitude(spot.point.lon()));
        out.writeVInt(spot.nearby);
        out.writeVInt(spot.spreadMeters);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail to be written", e);
    }
    return new BytesRef(bytes.toByteArray());
  }

  /**
   * The place in the bytes of a document.
   *
   * @throws IOException if they hold none
   */
  static PlaceName of(BytesRef bytes) throws IOException {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    return new PlaceName(
        NameKind.values()[in.readByte()],
        in.readString(),
        in.readString(),
        in.readString(),
        in.readString(),
        in.readVInt(),
        in.readVInt(),
        in.readVInt(),
        in.readByte() == 0 ? null : spot(in));
  }

  private static Spot spot(ByteArrayDataInput in) {
    double lat = GeoEncodingUtils.decodeLatitude(in.readInt());
    double lon = GeoEncodingUtils.decodeLongitude(in.readInt());
    return new Spot(new GeoPoint(lat, lon), in.readVInt(), in.readVInt());
  }
}
