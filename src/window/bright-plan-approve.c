/* The page Plan: approving it, as a whole or in part.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is approved is what the page shows when it is approved: a run may find
 * more to write for the same subjects and flows, which the question says.
 */
#include "bright-flow-words.h"
#include "bright-plan-page-private.h"
#include "bright-sync-desk.h"
#include "bright-toast.h"

#include <glib/gi18n.h>

/* An approval that is asked for or under way. */
typedef struct
{
  BrightPlanPage *page; /* (owned) */
  GPtrArray *plan;      /* (owned): as it was approved */
  char *flow;           /* (owned) (nullable) */
  char *subject;        /* (owned) (nullable) */
} Job;

static Job *
job_new (BrightPlanPage *self, const BrightApproval *approval)
{
  Job *job = g_new0 (Job, 1);

  job->page = g_object_ref (self);
  job->plan = g_ptr_array_ref (self->plan);
  job->flow = g_strdup (approval->flow);
  job->subject = g_strdup (approval->subject);
  return job;
}

static void
job_free (Job *job)
{
  g_object_unref (job->page);
  g_ptr_array_unref (job->plan);
  g_free (job->flow);
  g_free (job->subject);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
tell_sent (Job *job, const BrightSyncReport *report)
{
  const BrightApproval approval = { job->flow, job->subject };
  guint count = bright_plan_count_gone (job->plan, report->steps, &approval);
  g_autofree char *sent = NULL;

  if (count == 0)
    sent = g_strdup (_ ("Nothing could be sent: what was approved waits for something else."));
  else
    sent = g_strdup_printf (ngettext ("%u change sent", "%u changes sent", count), count);
  bright_toast_show (GTK_WIDGET (job->page), sent);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightSyncReport) report
      = bright_sync_service_run_finish (BRIGHT_SYNC_SERVICE (source), result, &error);

  if (job->page->service == NULL)
    return;
  if (report != NULL)
    tell_sent (job, report);
  else if (bright_error_is_cancelled (error))
    bright_toast_show (GTK_WIDGET (job->page), _ ("Stopped. What was sent is kept."));
  else
    bright_toast_show_error (GTK_WIDGET (job->page), error);
}

void
bright_plan_page_approve (BrightPlanPage *self, const BrightApproval *approval)
{
  g_auto (GStrv) words = bright_approval_dup_words (approval);

  if (!self->can_approve)
    return;
  bright_sync_service_run_async (self->service, FALSE, (const char *const *)words, NULL, sent_cb,
                                 job_new (self, approval));
}

static void
append (GString *text, const char *format, guint count)
{
  g_auto (GStrv) halves = g_strsplit (format, "%u", 2);

  if (count == 0)
    return;
  g_string_append_printf (text, "%s%s%u%s", text->len > 0 ? "\n\n" : "", halves[0], count,
                          halves[1] != NULL ? halves[1] : "");
}

static char *
describe (const BrightPlanCounts *counts)
{
  GString *text = g_string_new (NULL);

  append (text,
          ngettext ("%u of them writes a customer, whom an order needs.",
                    "%u of them write customers, whom the orders need.", counts->customers),
          counts->customers);
  append (text,
          ngettext ("%u of them changes an order in the store, which may send an e-mail to its "
                    "customer. E-mails cannot be taken back.",
                    "%u of them change orders in the store, which may send e-mails to their "
                    "customers. E-mails cannot be taken back.",
                    counts->messages),
          counts->messages);
  if (text->len > 0)
    g_string_append (text, "\n\n");
  g_string_append (text, _ ("What became necessary for the same things meanwhile is sent too."));
  return g_string_free (text, FALSE);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *answer, gpointer user_data)
{
  Job *job = user_data;
  const BrightApproval approval = { job->flow, job->subject };

  g_clear_weak_pointer (&job->page->question);
  if (g_strcmp0 (answer, "approve") == 0 && job->page->service != NULL)
    bright_plan_page_approve (job->page, &approval);
}

static void
free_job (gpointer data, GClosure *closure)
{
  job_free (data);
}

void
bright_plan_page_ask (BrightPlanPage *self, const BrightApproval *approval)
{
  BrightPlanCounts counts = bright_plan_count (self->plan, approval);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *heading = NULL;
  g_autofree char *body = describe (&counts);
  GtkWidget *dialog;

  if (!self->can_approve || counts.writes == 0 || self->question != NULL)
    return;
  heading = g_strdup_printf (ngettext ("Send %u change?", "Send %u changes?", counts.writes),
                             counts.writes);
  dialog = adw_message_dialog_new (GTK_WINDOW (root), heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "approve",
                                    _ ("_Approve and Send"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "approve",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), job_new (self, approval),
                         free_job, 0);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  g_set_weak_pointer (&self->question, GTK_WINDOW (dialog));
  gtk_window_present (self->question);
}
