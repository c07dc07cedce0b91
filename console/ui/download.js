/** Saves a report's answer as a CSV file: the same question, asked for as a file with the same token. */
export async function save(context, report, name) {
  try {
    const file = await report.csv();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `${context.page}-${name}-${context.range.from}-${context.range.to}.csv`;
    link.click();
    // The browser has begun to read it by the next turn of its loop at the latest.
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    context.say(context.t('csv.saved', {name: link.download}));
  } catch (error) {
    context.say(`${context.t('csv.failed')} ${context.t(`error.${error.kind ?? 'network'}`)}`);
  }
}
