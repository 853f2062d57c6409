/* What notifications say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-notify-words.h"

#include <glib/gi18n.h>

char *
bright_notify_words_make_id (const char *code)
{
  return g_strconcat ("attention-", code, NULL);
}

/* The number of an order of the store, or NULL for another kind of subject. */
static const char *
get_order_number (const BrightSubject *subject)
{
  return g_str_has_prefix (subject->subject, "order ") ? subject->subject + strlen ("order ")
                                                       : NULL;
}

static gboolean
are_orders (const GPtrArray *group)
{
  for (guint i = 0; i < group->len; i++)
    if (get_order_number (group->pdata[i]) == NULL)
      return FALSE;
  return TRUE;
}

static char *
make_title (const GPtrArray *group)
{
  const BrightSubject *first = group->pdata[0];

  if (are_orders (group))
    return group->len == 1
               /* Translators: the number of an order */
               ? g_strdup_printf (_ ("Order %s needs you"), get_order_number (first))
               : g_strdup_printf (ngettext ("%u order needs you", "%u orders need you", group->len),
                                  group->len);
  return g_strdup_printf (ngettext ("%u thing needs you", "%u things need you", group->len),
                          group->len);
}

/* A single order is shown itself, anything else as the list of what has the same cause. */
BrightNotice *
bright_notify_words_for_cause (const GPtrArray *group, gboolean is_urgent)
{
  BrightNotice *notice = g_new0 (BrightNotice, 1);
  const BrightSubject *first = group->pdata[0];
  const char *number = group->len == 1 ? get_order_number (first) : NULL;

  notice->id = bright_notify_words_make_id (first->code);
  notice->title = make_title (group);
  notice->body = g_strdup (first->message);
  notice->action = number != NULL ? "app.show-order" : "app.show-attention";
  notice->target = g_strdup (number != NULL ? number : first->code);
  notice->is_urgent = is_urgent;
  return notice;
}

BrightNotice *
bright_notify_words_for_failure (const BrightNotifyFacts *facts)
{
  BrightNotice *notice = g_new0 (BrightNotice, 1);
  g_autoptr (GDateTime) since = g_date_time_new_from_unix_local (facts->failing_since);
  g_autofree char *time = g_date_time_format (since, "%H:%M");
  gboolean is_offline = facts->cause == BRIGHT_ERROR_OFFLINE;

  notice->id = g_strdup ("failure");
  notice->title = g_strdup (is_offline ? _ ("The connection is lost") : _ ("Syncing has stopped"));
  /* Translators: one sentence about the cause, and the time of day */
  notice->body = g_strdup_printf (_ ("%s Nothing was synced since %s."),
                                  bright_error_sentence (facts->cause), time);
  notice->action = "app.open";
  notice->is_urgent = TRUE;
  return notice;
}

BrightNotice *
bright_notify_words_for_first_sync (const BrightNotifyFacts *facts)
{
  BrightNotice *notice = g_new0 (BrightNotice, 1);

  notice->id = g_strdup ("first-sync");
  notice->title = g_strdup (_ ("The first sync is done"));
  notice->body = g_strdup (facts->message);
  notice->action = "app.open";
  return notice;
}
