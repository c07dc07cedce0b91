package com.aisle.reports;

import java.util.function.LongSupplier;

/** Answers with what each of them says beside its numbers. */
final class AnswerAssembly {

  private final ReportService service;
  private final Answers answers;
  private final LongSupplier nanoTime;
  private final String notice;

  /**
   * Answers reports.
   *
   * @param notice what answers say about their data; nothing if empty
   */
  AnswerAssembly(ReportService service, Answers answers, LongSupplier nanoTime, String notice) {
    this.service = service;
    this.answers = answers;
    this.nanoTime = nanoTime;
    this.notice = notice;
  }

  /**
   * The answer to a report.
   *
   * @param question the same text for the same report
   * @throws com.aisle.web.ProblemException as {@link Answers#answer} does
   */
  ReportAnswer answer(String question, Report report, ReportRequest asked) {
    long start = nanoTime.getAsLong();
    ReportAnswer answer = answers.answer(question, () -> service.answer(report, asked));
    ReportAnswer noticed = notice.isEmpty() ? answer : answer.with("notice", notice);
    return noticed.with("took", Took.since(start, nanoTime));
  }
}
