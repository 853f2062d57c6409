/* Tests of what a person is notified of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each row is a story: what stands at which minute, and what is said then.
 */
#include "bright-notify-decide.h"

#define MINUTE 60
#define START 1793000000
#define MOMENTS 8

typedef struct
{
  int minute;
  const char *attention; /* (nullable): e.g. `order 7:held order 8:held`; NULL for the end */
  const char *expected;  /* e.g. `+attention-held -failure` */
  int failing_since;     /* the minute, counted from 1; 0 for not */
  BrightError cause;
  gboolean is_first_done;
} Moment;

typedef struct
{
  const char *name;
  const char *level;
  const char *known; /* (nullable): what stood before the program was started */
  Moment moments[MOMENTS];
} Story;

static const Story stories[] = {
  { "one-cause-once",
    "all",
    NULL,
    { { 0, "", "" },
      { 1, "order 7:held", "+attention-held" },
      { 6, "order 7:held", "" },
      { 600, "order 7:held", "" },
      { 605, "", "-attention-held" },
      { 610, "", "" } } },
  { "two-causes",
    "all",
    NULL,
    { { 0, "order 7:held order 8:short order 9:held", "+attention-held +attention-short" },
      { 5, "order 8:short", "-attention-held" } } },
  { "more-of-it-after-an-hour",
    "all",
    NULL,
    { { 0, "order 7:held", "+attention-held" },
      { 30, "order 7:held order 8:held", "" },
      { 59, "order 7:held order 8:held", "" },
      { 60, "order 7:held order 8:held", "+attention-held" },
      { 200, "order 7:held order 8:held", "" } } },
  { "less-of-it-says-nothing",
    "all",
    NULL,
    { { 0, "order 7:held order 8:held", "+attention-held" },
      { 90, "order 7:held", "" },
      { 100, "order 7:held order 9:held", "+attention-held" } } },
  { "coming-and-going-within-the-hour",
    "all",
    NULL,
    { { 0, "order 7:held", "+attention-held" },
      { 5, "", "-attention-held" },
      { 10, "order 7:held", "" },
      { 15, "", "" },
      { 20, "order 7:held", "" },
      { 65, "order 7:held", "+attention-held" } } },
  { "known-before",
    "all",
    "order 7:held",
    { { 0, "order 7:held", "" },
      { 5, "order 7:held order 8:held", "+attention-held" },
      { 10, "", "-attention-held" } } },
  { "known-before-and-solved", "all", "order 7:held", { { 0, "", "-attention-held" } } },
  { "offline-for-a-while",
    "all",
    NULL,
    { { 10, "", "", 10, BRIGHT_ERROR_OFFLINE },
      { 24, "", "", 10, BRIGHT_ERROR_OFFLINE },
      { 25, "", "+failure", 10, BRIGHT_ERROR_OFFLINE },
      { 300, "", "", 10, BRIGHT_ERROR_UNAVAILABLE },
      { 301, "", "-failure" } } },
  { "offline-for-a-moment",
    "all",
    NULL,
    { { 10, "", "", 10, BRIGHT_ERROR_OFFLINE }, { 24, "", "" } } },
  { "offline-keeps-what-stands",
    "all",
    NULL,
    { { 0, "order 7:held", "+attention-held" },
      { 30, "order 7:held", "+failure", 1, BRIGHT_ERROR_OFFLINE },
      { 31, "order 7:held", "-failure" } } },
  { "a-refused-token-at-once",
    "important",
    NULL,
    { { 10, "", "+failure", 10, BRIGHT_ERROR_TOKEN_REFUSED } } },
  { "somebody-else-syncs", "all", NULL, { { 60, "", "", 1, BRIGHT_ERROR_PROFILE_BUSY } } },
  { "first-sync",
    "all",
    NULL,
    { { 0, "", "+first-sync", 0, 0, TRUE }, { 5, "", "", 0, 0, TRUE } } },
  { "important-only",
    "important",
    NULL,
    { { 0, "order 7:held stock:stock-brake", "+attention-stock-brake", 0, 0, TRUE },
      { 5, "order 7:held", "-attention-stock-brake" } } },
  { "nothing-at-all",
    "none",
    NULL,
    { { 60, "order 7:held stock:stock-brake", "", 1, BRIGHT_ERROR_OFFLINE, TRUE } } },
};

static void
take_text (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

static GPtrArray *
read_attention (const char *text)
{
  GPtrArray *attention = g_ptr_array_new_with_free_func ((GDestroyNotify)bright_subject_free);
  g_autoptr (GRegex) regex = g_regex_new ("((?:order )?[^ :]+):([^ ]+)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      BrightSubject *subject = bright_record_new (&bright_subject_type);

      take_text (&subject->subject, g_match_info_fetch (match, 1));
      take_text (&subject->code, g_match_info_fetch (match, 2));
      take_text (&subject->message, g_strdup ("A sentence."));
      g_ptr_array_add (attention, subject);
    }
  return attention;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

static char *
write_notices (const GPtrArray *notices)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < notices->len; i++)
    {
      const BrightNotice *notice = notices->pdata[i];

      g_assert_true ((notice->title == NULL) == (notice->action == NULL));
      g_ptr_array_add (words, g_strconcat (notice->title != NULL ? "+" : "-", notice->id, NULL));
    }
  g_ptr_array_sort (words, compare_words);
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" ", (char **)words->pdata);
}

static void
test_story (gconstpointer data)
{
  const Story *story = data;
  g_autoptr (BrightNotifyMemory) memory = bright_notify_memory_new ();

  if (story->known != NULL)
    {
      g_autoptr (GPtrArray) known = read_attention (story->known);

      bright_notify_memory_learn (memory, known);
    }
  for (const Moment *moment = story->moments;
       moment < story->moments + MOMENTS && moment->attention != NULL; moment++)
    {
      g_autoptr (GPtrArray) attention = read_attention (moment->attention);
      BrightNotifyFacts facts = { .level = bright_notify_level_from_word (story->level),
                                  .attention = attention,
                                  .is_failing = moment->failing_since != 0,
                                  .cause = moment->cause,
                                  .failing_since = START + moment->failing_since * MINUTE,
                                  .is_first_done = moment->is_first_done,
                                  .message = "Up to date.",
                                  .now = START + moment->minute * MINUTE };
      g_autoptr (GPtrArray) notices = bright_notify_decide (&facts, memory);
      g_autofree char *written = write_notices (notices);

      g_test_message ("at minute %d", moment->minute);
      g_assert_cmpstr (written, ==, moment->expected);
    }
}

typedef struct
{
  const char *attention;
  const char *title;
  const char *action;
  const char *target;
} Wording;

static const Wording wordings[] = {
  { "order 7:held", "Order 7 needs you", "app.show-order", "7" },
  { "order 7:held order 8:held", "2 orders need you", "app.show-attention", "held" },
  { "stock:stock-brake", "1 thing needs you", "app.show-attention", "stock-brake" },
  { "order 7:held SHIRT:held", "2 things need you", "app.show-attention", "held" },
};

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wordings); i++)
    {
      g_autoptr (BrightNotifyMemory) memory = bright_notify_memory_new ();
      g_autoptr (GPtrArray) attention = read_attention (wordings[i].attention);
      BrightNotifyFacts facts = { .attention = attention, .message = "", .now = START };
      g_autoptr (GPtrArray) notices = bright_notify_decide (&facts, memory);
      const BrightNotice *notice;

      g_assert_cmpuint (notices->len, ==, 1);
      notice = notices->pdata[0];
      g_assert_cmpstr (notice->title, ==, wordings[i].title);
      g_assert_cmpstr (notice->body, ==, "A sentence.");
      g_assert_cmpstr (notice->action, ==, wordings[i].action);
      g_assert_cmpstr (notice->target, ==, wordings[i].target);
      g_assert_true (notice->is_urgent == (strstr (notice->id, "brake") != NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autofree char *path = g_strconcat ("/notify/", stories[i].name, NULL);

      g_test_add_data_func (path, &stories[i], test_story);
    }
  g_test_add_func ("/notify/words", test_words);
  return g_test_run ();
}
