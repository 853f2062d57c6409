/* The commands that need no window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A command is one question to the service and the way its answer is worded.
 */
#include "bright-commands.h"

#include "bright-output.h"
#include "bright-sync-desk.h"

typedef struct
{
  const BrightCommandLine *line; /* (unowned): outlives the command */
  GOutputStream *exported;       /* (owned) (nullable): what an export wrote so far */
  char *answer;                  /* (owned) (nullable) until there is one */
  BrightExit status;
} Command;

static void
command_free (Command *command)
{
  g_clear_object (&command->exported);
  g_free (command->answer);
  g_free (command);
}

typedef void Ask (BrightSyncService *service,
                  const BrightCommandLine *line,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data);

typedef void
Word (BrightSyncService *service, GAsyncResult *result, Command *command, GError **error);

static BrightExit
judge_attention (const BrightSyncReport *report)
{
  return report->attention != NULL && report->attention->len > 0 ? BRIGHT_EXIT_ATTENTION
                                                                 : BRIGHT_EXIT_IN_STEP;
}

static void
ask_for_sync (BrightSyncService *service,
              const BrightCommandLine *line,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  bright_sync_service_run_async (service, FALSE, (const char *const *)line->approvals, cancellable,
                                 callback, user_data);
}

static void
word_sync (BrightSyncService *service, GAsyncResult *result, Command *command, GError **error)
{
  g_autoptr (BrightSyncReport) report = bright_sync_service_run_finish (service, result, error);

  if (report == NULL)
    return;
  command->answer
      = command->line->json
            ? bright_output_report_json (report)
            : bright_output_report_text (report, bright_sync_service_get_settings (service));
  command->status = judge_attention (report);
}

static void
ask_for_plan (BrightSyncService *service,
              const BrightCommandLine *line,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  bright_sync_service_run_async (service, TRUE, NULL, cancellable, callback, user_data);
}

static void
word_plan (BrightSyncService *service, GAsyncResult *result, Command *command, GError **error)
{
  g_autoptr (BrightSyncReport) plan = bright_sync_service_run_finish (service, result, error);

  if (plan == NULL)
    return;
  command->answer
      = command->line->json ? bright_output_plan_json (plan) : bright_output_plan_text (plan);
  command->status = judge_attention (plan);
}

static void
ask_for_explanation (BrightSyncService *service,
                     const BrightCommandLine *line,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  bright_sync_service_explain_async (service, line->order_id, cancellable, callback, user_data);
}

static void
word_explanation (BrightSyncService *service,
                  GAsyncResult *result,
                  Command *command,
                  GError **error)
{
  g_autoptr (BrightExplanation) explanation
      = bright_sync_service_explain_finish (service, result, error);
  gint64 order_id = command->line->order_id;

  if (explanation == NULL)
    return;
  command->answer = command->line->json ? bright_output_explanation_json (order_id, explanation)
                                        : bright_output_explanation_text (order_id, explanation);
  command->status = explanation->subject->attention ? BRIGHT_EXIT_ATTENTION : BRIGHT_EXIT_IN_STEP;
}

static void
ask_for_proof (BrightSyncService *service,
               const BrightCommandLine *line,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  bright_sync_service_prove_async (service, cancellable, callback, user_data);
}

static void
word_proof (BrightSyncService *service, GAsyncResult *result, Command *command, GError **error)
{
  g_autoptr (BrightProof) proof = bright_sync_service_prove_finish (service, result, error);

  if (proof == NULL)
    return;
  command->answer
      = command->line->json ? bright_output_proof_json (proof) : bright_output_proof_text (proof);
  command->status = bright_exit_for_proof (proof);
}

static void
ask_for_check (BrightSyncService *service,
               const BrightCommandLine *line,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  bright_sync_service_check_async (service, cancellable, callback, user_data);
}

static void
word_check (BrightSyncService *service, GAsyncResult *result, Command *command, GError **error)
{
  g_autoptr (BrightCheck) check = bright_sync_service_check_finish (service, result, error);

  if (check == NULL)
    return;
  command->answer
      = command->line->json ? bright_output_check_json (check) : bright_output_check_text (check);
  command->status = bright_exit_for_check (check);
}

static void
word_subject (BrightSubject *subject, Command *command)
{
  command->answer = command->line->json ? bright_output_subject_json (subject)
                                        : bright_output_subject_text (subject);
  command->status = BRIGHT_EXIT_IN_STEP;
}

static void
ask_to_ignore (BrightSyncService *service,
               const BrightCommandLine *line,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  bright_sync_service_ignore_async (service, line->subject, line->why, cancellable, callback,
                                    user_data);
}

static void
word_ignored (BrightSyncService *service, GAsyncResult *result, Command *command, GError **error)
{
  g_autoptr (BrightSubject) subject = bright_sync_service_ignore_finish (service, result, error);

  if (subject != NULL)
    word_subject (subject, command);
}

static void
ask_to_try_now (BrightSyncService *service,
                const BrightCommandLine *line,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  bright_sync_service_try_now_async (service, line->subject, cancellable, callback, user_data);
}

static void
word_try_now (BrightSyncService *service, GAsyncResult *result, Command *command, GError **error)
{
  g_autoptr (BrightSubject) subject = bright_sync_service_try_now_finish (service, result, error);

  if (subject != NULL)
    word_subject (subject, command);
}

/* The export is written into memory first, so that a failure leaves no half of it behind. */
static void
ask_to_export (BrightSyncService *service,
               const BrightCommandLine *line,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  Command *command = g_task_get_task_data (user_data);

  command->exported = g_memory_output_stream_new_resizable ();
  bright_sync_service_export_async (service, line->export,
                                    line->json ? BRIGHT_EXPORT_JSON : BRIGHT_EXPORT_CSV,
                                    command->exported, cancellable, callback, user_data);
}

static void
word_export (BrightSyncService *service, GAsyncResult *result, Command *command, GError **error)
{
  GMemoryOutputStream *stream = G_MEMORY_OUTPUT_STREAM (command->exported);

  if (!bright_sync_service_export_finish (service, result, NULL, error)
      || !g_output_stream_close (command->exported, NULL, error))
    return;
  command->answer = g_strndup (g_memory_output_stream_get_data (stream),
                               g_memory_output_stream_get_data_size (stream));
  command->status = BRIGHT_EXIT_IN_STEP;
}

static const struct
{
  Ask *ask;
  Word *word;
} commands[] = {
  [BRIGHT_COMMAND_SYNC_ONCE] = { ask_for_sync, word_sync },
  [BRIGHT_COMMAND_PLAN] = { ask_for_plan, word_plan },
  [BRIGHT_COMMAND_EXPLAIN] = { ask_for_explanation, word_explanation },
  [BRIGHT_COMMAND_PROOF] = { ask_for_proof, word_proof },
  [BRIGHT_COMMAND_CHECK] = { ask_for_check, word_check },
  [BRIGHT_COMMAND_IGNORE] = { ask_to_ignore, word_ignored },
  [BRIGHT_COMMAND_TRY_NOW] = { ask_to_try_now, word_try_now },
  [BRIGHT_COMMAND_EXPORT] = { ask_to_export, word_export },
};

static void
on_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Command *command = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  commands[command->line->command].word (BRIGHT_SYNC_SERVICE (source), result, command, &error);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

/* A fresh demo knows nothing about its orders yet. */
static void
on_synced_first (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Command *command = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightSyncReport) report
      = bright_sync_service_run_finish (BRIGHT_SYNC_SERVICE (source), result, &error);

  if (report == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  ask_for_explanation (BRIGHT_SYNC_SERVICE (source), command->line, g_task_get_cancellable (task),
                       on_answered, g_object_ref (task));
}

void
bright_commands_run_async (BrightSyncService *service,
                           const BrightCommandLine *line,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (service, cancellable, callback, user_data);
  Command *command = g_new0 (Command, 1);

  g_return_if_fail (line->command < G_N_ELEMENTS (commands) && commands[line->command].ask != NULL);

  command->line = line;
  g_task_set_source_tag (task, bright_commands_run_async);
  g_task_set_task_data (task, command, (GDestroyNotify)command_free);
  /* An answer that came in spite of a person's wish to stop is still the truth. */
  g_task_set_check_cancellable (task, FALSE);
  if (line->demo && line->command == BRIGHT_COMMAND_EXPLAIN)
    ask_for_sync (service, line, cancellable, on_synced_first, g_steal_pointer (&task));
  else
    commands[line->command].ask (service, line, cancellable, on_answered, g_steal_pointer (&task));
}

gboolean
bright_commands_run_finish (GAsyncResult *result, char **answer, BrightExit *status, GError **error)
{
  Command *command = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  *answer = g_steal_pointer (&command->answer);
  *status = command->status;
  return TRUE;
}
