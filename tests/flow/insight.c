/* What tests ask a sync service as the window does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "insight.h"

#include "test-util.h"

#include <string.h>

#define LONGEST_WAIT (60 * G_TIME_SPAN_SECOND)
#define TICK (20 * G_TIME_SPAN_MILLISECOND)
#define MOMENT 2

void
insight_count (guint *number)
{
  (*number)++;
}

static void
note_moment (gpointer data)
{
  *(gboolean *)data = TRUE;
}

static void
let_pass (Profile *profile, gint64 deadline)
{
  gboolean over = FALSE;

  if (g_get_monotonic_time () > deadline)
    g_error ("waited in vain for the service");
  bright_clock_advance (profile->clock, TICK);
  g_timeout_add_once (MOMENT, note_moment, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

void
insight_wait_for_choices (Profile *profile, gint64 since)
{
  gint64 deadline = g_get_monotonic_time () + LONGEST_WAIT;
  gint64 time = 0;

  while (time <= since)
    {
      let_pass (profile, deadline);
      g_object_get (bright_sync_service_get_choices (profile->service), "read-at", &time, NULL);
    }
}

void
insight_wait_idle (Profile *profile)
{
  gint64 deadline = g_get_monotonic_time () + LONGEST_WAIT;
  gboolean is_working = TRUE;

  while (is_working)
    {
      g_autofree char *state = NULL;

      let_pass (profile, deadline);
      g_object_get (profile->service, "state", &state, NULL);
      is_working = strcmp (state, "working") == 0;
    }
}

gboolean
insight_refresh_choices (Profile *profile, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  bright_sync_service_refresh_choices_async (profile->service, NULL, test_keep_result, &result);
  practice_wait (&result, profile->clock);
  return bright_sync_service_refresh_choices_finish (profile->service, result, error);
}

GPtrArray *
insight_count_seen (Profile *profile)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *seen;

  bright_sync_service_count_seen_async (profile->service, NULL, test_keep_result, &result);
  practice_wait (&result, profile->clock);
  seen = bright_sync_service_count_seen_finish (profile->service, result, &error);
  g_assert_no_error (error);
  return seen;
}

BrightOrderCounts
insight_count_orders (Profile *profile)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  BrightOrderCounts counts = { 0 };

  bright_sync_service_count_orders_async (profile->service, NULL, test_keep_result, &result);
  practice_wait (&result, profile->clock);
  bright_sync_service_count_orders_finish (profile->service, result, &counts, &error);
  g_assert_no_error (error);
  return counts;
}

GPtrArray *
insight_count_days (Profile *profile, guint n_days)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *days;

  bright_sync_service_count_days_async (profile->service, n_days, NULL, test_keep_result, &result);
  practice_wait (&result, profile->clock);
  days = bright_sync_service_count_days_finish (profile->service, result, &error);
  g_assert_no_error (error);
  return days;
}

GPtrArray *
insight_list_attention (Profile *profile)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *subjects;

  bright_sync_service_list_attention_async (profile->service, NULL, test_keep_result, &result);
  practice_wait (&result, profile->clock);
  subjects = bright_sync_service_list_attention_finish (profile->service, result, &error);
  g_assert_no_error (error);
  return subjects;
}

BrightOrderDetail *
insight_load_order (Profile *profile, gint64 order_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  BrightOrderDetail *detail;

  bright_sync_service_load_order_async (profile->service, order_id, NULL, test_keep_result,
                                        &result);
  practice_wait (&result, profile->clock);
  detail = bright_sync_service_load_order_finish (profile->service, result, &error);
  g_assert_no_error (error);
  return detail;
}

BrightProof *
insight_load_proof (Profile *profile, gint64 *proved_at)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  BrightProof *proof;

  bright_sync_service_load_proof_async (profile->service, NULL, test_keep_result, &result);
  practice_wait (&result, profile->clock);
  proof = bright_sync_service_load_proof_finish (profile->service, result, proved_at, &error);
  g_assert_no_error (error);
  return proof;
}
