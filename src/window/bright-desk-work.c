/* What a person decided about one order or many, done one after the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-desk-work.h"

#include "bright-sync-desk.h"
#include "bright-toast.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

/* A work ends when the last reference to it is dropped. */
typedef struct
{
  GtkWidget *from; /* (unowned) (nullable): once it is gone */
  BrightSyncService *service;
  BrightPulse *pulse;
  GStrv subjects;
  char *why; /* (nullable): NULL to try them */
  gboolean is_approval;
  guint next;
  guint done;
  GCancellable *cancellable;
} Work;

static void go_on (Work *work);

static void
work_clear (gpointer data)
{
  Work *work = data;

  if (work->from != NULL)
    g_signal_handlers_disconnect_by_data (work->from, work->cancellable);
  g_clear_weak_pointer (&work->from);
  g_object_unref (work->service);
  g_object_unref (work->pulse);
  g_strfreev (work->subjects);
  g_free (work->why);
  g_object_unref (work->cancellable);
}

static void
work_free (Work *work)
{
  g_rc_box_release_full (work, work_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

static Work *
work_new (GtkWidget *from,
          BrightSyncService *service,
          BrightPulse *pulse,
          const char *const *subjects)
{
  Work *work = g_rc_box_new0 (Work);
  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);

  /* What asked may be gone when all is done: then nothing needs a person for that cause. */
  if (overlay != NULL)
    from = overlay;
  g_set_weak_pointer (&work->from, from);
  work->service = g_object_ref (service);
  work->pulse = g_object_ref (pulse);
  work->subjects = g_strdupv ((GStrv)subjects);
  work->cancellable = g_cancellable_new ();
  g_signal_connect_object (from, "destroy", G_CALLBACK (g_cancellable_cancel), work->cancellable,
                           G_CONNECT_SWAPPED);
  return work;
}

/* ---- The end ---- */

static void
undo (gpointer user_data)
{
  Work *ignored = user_data;

  if (ignored->from != NULL)
    bright_desk_work_try (ignored->from, ignored->service, ignored->pulse,
                          (const char *const *)ignored->subjects);
}

static void
tell_ignored (Work *work)
{
  g_autofree char *title = g_strdup_printf (
      ngettext ("%u order ignored", "%u orders ignored", work->done), work->done);

  bright_toast_show_undo (work->from, title, undo, g_rc_box_acquire (work),
                          (GDestroyNotify)work_free);
}

static void
end (Work *work)
{
  bright_pulse_note (work->pulse);
  if (work->from == NULL)
    return;
  if (work->why == NULL)
    gtk_widget_activate_action (work->from, "win.sync-now", NULL);
  else if (work->done > 0)
    tell_ignored (work);
}

static void
fail (Work *work, const GError *error)
{
  bright_pulse_note (work->pulse);
  if (work->from != NULL)
    bright_toast_show_error (work->from, error);
}

/* ---- One after the other ---- */

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Work) work = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightSubject) subject = NULL;

  if (work->why != NULL)
    subject = bright_sync_service_ignore_finish (work->service, result, &error);
  else
    subject = bright_sync_service_try_now_finish (work->service, result, &error);
  if (subject == NULL)
    {
      fail (work, error);
      return;
    }
  work->done++;
  bright_pulse_note (work->pulse);
  go_on (work);
}

static void
do_next (Work *work)
{
  const char *subject;

  /* Only orders are looked at by themselves. */
  while ((subject = work->subjects[work->next]) != NULL && !g_str_has_prefix (subject, "order "))
    work->next++;
  if (subject == NULL)
    {
      end (work);
      return;
    }
  work->next++;
  if (work->why != NULL)
    bright_sync_service_ignore_async (work->service, subject, work->why, work->cancellable, done_cb,
                                      g_rc_box_acquire (work));
  else
    bright_sync_service_try_now_async (work->service, subject, work->cancellable, done_cb,
                                       g_rc_box_acquire (work));
}

static void
approved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Work) work = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightSyncReport) report
      = bright_sync_service_run_finish (work->service, result, &error);

  if (error != NULL)
    fail (work, error);
  else if (work->from != NULL)
    bright_toast_show (work->from, _ ("Approved."));
  bright_pulse_note (work->pulse);
}

static void
approve (Work *work)
{
  bright_sync_service_run_async (work->service, FALSE, (const char *const *)work->subjects,
                                 work->cancellable, approved_cb, g_rc_box_acquire (work));
}

/* Nothing can be written beside a sync. */
static gboolean
is_working (BrightSyncService *service)
{
  g_autofree char *state = NULL;

  g_object_get (service, "state", &state, NULL);
  return g_str_equal (state, "working");
}

static void
on_state (BrightSyncService *service, GParamSpec *spec, gpointer user_data)
{
  g_autoptr (Work) work = NULL;

  if (is_working (service))
    return;
  work = g_rc_box_acquire (user_data);
  g_signal_handlers_disconnect_by_func (service, on_state, user_data);
  go_on (work);
}

static void
closure_free (gpointer data, GClosure *closure)
{
  work_free (data);
}

static void
go_on (Work *work)
{
  if (g_cancellable_is_cancelled (work->cancellable))
    return;
  if (is_working (work->service))
    g_signal_connect_data (work->service, "notify::state", G_CALLBACK (on_state),
                           g_rc_box_acquire (work), closure_free, 0);
  else if (work->is_approval)
    approve (work);
  else
    do_next (work);
}

/* ---- What can be asked for ---- */

void
bright_desk_work_try (GtkWidget *from,
                      BrightSyncService *service,
                      BrightPulse *pulse,
                      const char *const *subjects)
{
  g_autoptr (Work) work = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from) && subjects != NULL);

  work = work_new (from, service, pulse, subjects);
  go_on (work);
}

void
bright_desk_work_ignore (GtkWidget *from,
                         BrightSyncService *service,
                         BrightPulse *pulse,
                         const char *const *subjects,
                         const char *why)
{
  g_autoptr (Work) work = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from) && subjects != NULL && why != NULL);

  work = work_new (from, service, pulse, subjects);
  work->why = g_strdup (why);
  go_on (work);
}

void
bright_desk_work_approve (GtkWidget *from,
                          BrightSyncService *service,
                          BrightPulse *pulse,
                          const char *const *subjects)
{
  g_autoptr (Work) work = NULL;
  g_autofree char *mode = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from) && subjects != NULL);

  mode = bright_settings_group_dup_text (
      bright_settings_get_group (bright_sync_service_get_settings (service), "schedule"), "mode");
  if (g_str_equal (mode, "watch"))
    {
      bright_toast_show (from, _ ("Watching only: nothing is written until you choose Ask or "
                                  "Automatic."));
      return;
    }
  work = work_new (from, service, pulse, subjects);
  work->is_approval = TRUE;
  go_on (work);
}
