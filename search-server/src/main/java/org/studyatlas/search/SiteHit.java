package org.studyatlas.search;

import org.studyatlas.schema.RecordPointer;
import org.studyatlas.study.NctId;

/**
 * A matching site as a result of its own.
 *
 * @param study id of the study that it belongs to
 * @param record where the study's JSON lies
 * @param site its position in the record and its distance
 */
public record SiteHit(NctId study, RecordPointer record, MatchedSite site) {}
