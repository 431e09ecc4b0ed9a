package org.studyatlas.source;

/**
 * One study as the source holds it: bytes that nobody has parsed yet.
 *
 * <p>A record is independent of its source and can be used after the source was closed. Nothing is
 * kept between calls: each call of {@link #json()} inflates again.
 */
public sealed interface SourceRecord permits ZipRecord, PlainRecord, FailedRecord {

  /** A record made of the given JSON bytes, which are not copied. */
  static SourceRecord of(String location, long sequence, byte[] json) {
    return new PlainRecord(location, sequence, json);
  }

  /**
   * Where the record is, for people: {@code ctg-studies.json.zip!35/NCT05549635.json}, {@code
   * studies.ndjson:17} (line, from 1) or {@code studies.json[16]} (element of the file's arrays,
   * from 0).
   */
  String location();

  /** Position in the order of the input, from 0 and without gaps over all inputs. */
  long sequence();

  /**
   * The record's JSON text; for a zip entry its exact bytes, checked against the size and the CRC
   * that the zip states.
   *
   * @throws RecordException if this record is damaged or over the limit
   */
  byte[] json() throws RecordException;

  /**
   * The same text deflated. For a deflated zip entry these are the zip's own bytes, untouched and
   * not verified unless {@link #json()} has succeeded; other records are deflated now.
   *
   * @throws RecordException if this record is damaged or over the limit
   */
  Deflated deflated() throws RecordException;
}
