/**
 * The pages for people: rendered on the server, working without JavaScript, loading nothing from
 * other hosts.
 *
 * <p>Start with {@link org.studyatlas.web.HomePage}. APIs do not belong here.
 */
@NullMarked
package org.studyatlas.web;

import org.jspecify.annotations.NullMarked;
