package org.studyatlas.sample;

/**
 * What the text of a study is about.
 *
 * @param condition name of its first condition, as written within a sentence
 * @param treatment name of its first intervention
 * @param control what that is compared with
 * @param city a city where it takes place
 */
record Topic(String condition, String treatment, String control, String city) {}
