/* The command line, read and judged.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-command-line.h"

#include "bright-error.h"

#include <glib/gi18n.h>

/* The options as they were given, before anything is judged. */
typedef struct
{
  gboolean sync_once;
  gboolean plan;
  gboolean proof;
  gboolean check;
  gboolean version;
  char *explain;    /* (owned) (nullable) */
  char *ignore;     /* (owned) (nullable) */
  char *why;        /* (owned) (nullable) */
  char *try_now;    /* (owned) (nullable) */
  char *export;     /* (owned) (nullable) */
  char **approvals; /* (owned) (nullable) */
  char **rest;      /* (owned) (nullable): what is no option */
  gboolean json;
  gboolean demo;
  gboolean background;
  gboolean service;
  int demo_orders;
  int demo_seed;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->explain);
  g_free (options->ignore);
  g_free (options->why);
  g_free (options->try_now);
  g_free (options->export);
  g_strfreev (options->approvals);
  g_strfreev (options->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const char *const flows[] = {
  "orders", "customers", "statuses", "notes", "shipments", "payments", "refunds", "stock", NULL,
};

static GOptionContext *
make_context (Options *options)
{
  const GOptionEntry entries[] = {
    { "sync-once", 0, 0, G_OPTION_ARG_NONE, &options->sync_once,
      N_ ("Sync once, without a window, until nothing is left to do"), NULL },
    { "plan", 0, 0, G_OPTION_ARG_NONE, &options->plan,
      N_ ("Show what a sync would write, and write nothing"), NULL },
    { "explain", 0, 0, G_OPTION_ARG_STRING, &options->explain,
      N_ ("Tell why an order of the store is where it is"), N_ ("NUMBER") },
    { "proof", 0, 0, G_OPTION_ARG_NONE, &options->proof,
      N_ ("Prove day by day that no order is missing"), NULL },
    { "check", 0, 0, G_OPTION_ARG_NONE, &options->check,
      N_ ("Check settings and tokens against both platforms"), NULL },
    { "approve", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->approvals,
      N_ ("With --sync-once: send this too (“all”, a flow, or a subject)"), N_ ("WHAT") },
    { "ignore", 0, 0, G_OPTION_ARG_STRING, &options->ignore,
      N_ ("Leave an order alone until it changes in the store"), N_ ("SUBJECT") },
    { "why", 0, 0, G_OPTION_ARG_STRING, &options->why,
      N_ ("With --ignore: the reason, which is shown with the order"), N_ ("TEXT") },
    { "try-now", 0, 0, G_OPTION_ARG_STRING, &options->try_now,
      N_ ("Have an order tried at the next sync, also one that was ignored"), N_ ("SUBJECT") },
    { "export", 0, 0, G_OPTION_ARG_STRING, &options->export,
      N_ ("Write what is known as CSV: “activity”, “attention”, “proof” or “audit”"), N_ ("WHAT") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json,
      N_ ("With any of these: answer with one JSON object"), NULL },
    { "demo", 0, 0, G_OPTION_ARG_NONE, &options->demo,
      N_ ("Work on a practice store, with nothing to set up"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, N_ ("Show the version"), NULL },
    { "background", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &options->background, NULL, NULL },
    { "gapplication-service", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &options->service, NULL,
      NULL },
    { "demo-orders", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_INT, &options->demo_orders, NULL, "N" },
    { "demo-seed", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_INT, &options->demo_seed, NULL, "N" },
    { G_OPTION_REMAINING, 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING_ARRAY, &options->rest, NULL,
      NULL },
    { NULL },
  };
  GOptionContext *context = g_option_context_new (NULL);

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (
      context, N_ ("Keeps BigCommerce orders and Brightpearl in step. Opens its window if nothing "
                   "else is asked for."));
  g_option_context_set_description (
      context, N_ ("Exit status: 0 all in step, 1 something needs attention, 2 settings or command "
                   "line\nwrong, 3 a token is missing or refused, 4 a platform cannot be reached, "
                   "5 this profile\nis being synced by another process."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

static gboolean
read_options (Options *options, char **arguments, GError **error)
{
  g_autoptr (GOptionContext) context = make_context (options);
  g_auto (GStrv) copy = g_strdupv (arguments);
  g_autoptr (GError) cause = NULL;

  if (!g_option_context_parse_strv (context, &copy, &cause))
    {
      g_set_error_literal (error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS, cause->message);
      return FALSE;
    }
  if (options->rest != NULL)
    {
      g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS, _ ("“%s” is no option; see --help"),
                   options->rest[0]);
      return FALSE;
    }
  return TRUE;
}

static BrightCommand
choose_command (const Options *options, guint *chosen)
{
  const struct
  {
    gboolean given;
    BrightCommand command;
  } commands[] = {
    { options->sync_once, BRIGHT_COMMAND_SYNC_ONCE },
    { options->plan, BRIGHT_COMMAND_PLAN },
    { options->explain != NULL, BRIGHT_COMMAND_EXPLAIN },
    { options->proof, BRIGHT_COMMAND_PROOF },
    { options->check, BRIGHT_COMMAND_CHECK },
    { options->ignore != NULL, BRIGHT_COMMAND_IGNORE },
    { options->try_now != NULL, BRIGHT_COMMAND_TRY_NOW },
    { options->export != NULL, BRIGHT_COMMAND_EXPORT },
    { options->version, BRIGHT_COMMAND_VERSION },
  };
  BrightCommand command = BRIGHT_COMMAND_WINDOW;

  *chosen = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (commands[i].given)
      {
        command = commands[i].command;
        (*chosen)++;
      }
  return command;
}

/* A fresh practice store has nothing that the other commands could be about. */
static gboolean
is_for_demo (BrightCommand command)
{
  return command == BRIGHT_COMMAND_WINDOW || command == BRIGHT_COMMAND_SYNC_ONCE
         || command == BRIGHT_COMMAND_PLAN || command == BRIGHT_COMMAND_EXPLAIN
         || command == BRIGHT_COMMAND_VERSION;
}

/* Whether the options go together; the sentence says why they do not. */
static const char *
judge_options (const Options *options, BrightCommand command, guint chosen)
{
  gboolean is_answering = command != BRIGHT_COMMAND_WINDOW && command != BRIGHT_COMMAND_VERSION;
  const struct
  {
    gboolean wrong;
    const char *sentence;
  } rules[] = {
    { chosen > 1, N_ ("only one of --sync-once, --plan, --explain, --proof, --check, --ignore, "
                      "--try-now, --export and --version can be given") },
    { options->json && !is_answering,
      N_ ("--json goes with --sync-once, --plan, --explain, --proof, --check, --ignore, "
          "--try-now or --export") },
    { (options->ignore != NULL) != (options->why != NULL), N_ ("--ignore and --why go together") },
    { options->approvals != NULL && command != BRIGHT_COMMAND_SYNC_ONCE,
      N_ ("--approve goes with --sync-once") },
    { options->demo && !is_for_demo (command),
      N_ ("--demo goes with --sync-once, --plan or --explain, or with the window") },
    { (options->background || options->service) && (chosen > 0 || options->demo),
      N_ ("--background and --gapplication-service go with the window of a profile") },
    { options->background && options->service,
      N_ ("only one of --background and --gapplication-service can be given") },
    { !options->demo && (options->demo_orders != 0 || options->demo_seed != 0),
      N_ ("--demo-orders and --demo-seed go with --demo") },
    { options->demo_orders < 0 || options->demo_seed < 0,
      N_ ("--demo-orders and --demo-seed cannot be negative") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].wrong)
      return _ (rules[i].sentence);
  return NULL;
}

static gboolean
is_subject (const char *text)
{
  static const char *const kinds[] = { "order ", "sales order ", "product " };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (text, kinds[i]) && text[strlen (kinds[i])] != '\0')
      return TRUE;
  return FALSE;
}

static gboolean
check_approvals (char **approvals, GError **error)
{
  for (char **what = approvals; what != NULL && *what != NULL; what++)
    if (strcmp (*what, "all") != 0 && !g_strv_contains (flows, *what) && !is_subject (*what))
      {
        g_autofree char *known = g_strjoinv (", ", (char **)flows);

        g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS,
                     _ ("--approve takes “all”, a flow (%s), or a subject such as “order 1042”, "
                        "not “%s”"),
                     known, *what);
        return FALSE;
      }
  return TRUE;
}

static gboolean
read_order_number (const char *text, gint64 *number, GError **error)
{
  if (text == NULL || g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, number, NULL))
    return TRUE;
  g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS,
               _ ("--explain takes the number of an order, not “%s”"), text);
  return FALSE;
}

static gboolean
read_export (const char *text, BrightExport *export, GError **error)
{
  if (text == NULL)
    return TRUE;
  for (guint i = 0; i < BRIGHT_N_EXPORTS; i++)
    if (strcmp (bright_export_get_name (i), text) == 0)
      {
        *export = i;
        return TRUE;
      }
  g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS,
               _ ("--export takes “activity”, “attention”, “proof” or “audit”, not “%s”"), text);
  return FALSE;
}

BrightCommandLine *
bright_command_line_parse (char **arguments, GError **error)
{
  g_auto (Options) options = { 0 };
  g_autoptr (BrightCommandLine) line = g_new0 (BrightCommandLine, 1);
  const char *wrong;
  guint chosen;

  if (!read_options (&options, arguments, error))
    return NULL;
  line->command = choose_command (&options, &chosen);
  wrong = judge_options (&options, line->command, chosen);
  if (wrong != NULL)
    {
      g_set_error_literal (error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS, wrong);
      return NULL;
    }
  if (!check_approvals (options.approvals, error)
      || !read_order_number (options.explain, &line->order_id, error)
      || !read_export (options.export, &line->export, error))
    return NULL;
  line->approvals = g_steal_pointer (&options.approvals);
  line->subject = g_strdup (options.ignore != NULL ? options.ignore : options.try_now);
  line->why = g_steal_pointer (&options.why);
  line->json = options.json;
  line->demo = options.demo;
  line->background = options.background;
  line->service = options.service;
  line->demo_orders = options.demo_orders;
  line->demo_seed = options.demo_seed;
  return g_steal_pointer (&line);
}

void
bright_command_line_free (BrightCommandLine *self)
{
  g_strfreev (self->approvals);
  g_free (self->subject);
  g_free (self->why);
  g_free (self);
}
