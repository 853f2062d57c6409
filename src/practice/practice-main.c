/* brightconnect-practice: a BigCommerce store and a Brightpearl account to practise on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-account-control.h"
#include "practice-server.h"

#include <glib-unix.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* One shipment for so many new orders of a growing store. */
#define ORDERS_PER_SHIPMENT 2

typedef struct
{
  PracticeWorld world;
  PracticeServer *server;
  GMainLoop *loop;
  guint grown;
} Program;

typedef struct
{
  int port;
  int seed;
  int orders;
  int products;
  int grow;
  gboolean version;
  char *faults;
  char *limits;
} Options;

gint64
practice_now (const PracticeWorld *world)
{
  return g_get_real_time () / G_USEC_PER_SEC + world->clock_offset;
}

static gboolean
stop (gpointer user_data)
{
  Program *program = user_data;

  g_main_loop_quit (program->loop);
  return G_SOURCE_CONTINUE;
}

/* Standard input ends when the program that started this one does. */
static gboolean
drain_input (int descriptor, GIOCondition condition, gpointer user_data)
{
  char buffer[256];
  gssize length = read (descriptor, buffer, sizeof buffer);

  if (length > 0)
    return G_SOURCE_CONTINUE;
  stop (user_data);
  return G_SOURCE_REMOVE;
}

static void
watch_input (Program *program)
{
  struct stat status;

  if (fstat (STDIN_FILENO, &status) == 0 && S_ISFIFO (status.st_mode))
    g_unix_fd_add (STDIN_FILENO, G_IO_IN | G_IO_HUP | G_IO_ERR, drain_input, program);
}

static gboolean
grow (gpointer user_data)
{
  Program *program = user_data;

  practice_seed_place_order (&program->world, NULL);
  if (++program->grown % ORDERS_PER_SHIPMENT == 0)
    practice_account_ship_one (&program->world);
  return G_SOURCE_CONTINUE;
}

static void
announce (guint port)
{
  g_print ("{\"bigcommerce-url\": \"http://127.0.0.1:%u\", \"bigcommerce-store-hash\": \"%s\", "
           "\"bigcommerce-token\": \"%s\", \"brightpearl-url\": \"http://127.0.0.1:%u\", "
           "\"brightpearl-account\": \"%s\", \"brightpearl-app-ref\": \"%s\", "
           "\"brightpearl-token\": \"%s\"}\n",
           port, PRACTICE_STORE_HASH, PRACTICE_BIGCOMMERCE_TOKEN, port, PRACTICE_ACCOUNT,
           PRACTICE_APP_REF, PRACTICE_BRIGHTPEARL_TOKEN);
  fflush (stdout);
}

static gboolean
parse_options (Options *options, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "port", 0, 0, G_OPTION_ARG_INT, &options->port, "Port to listen on (0: any)", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &options->seed, "Which shop to make up", "N" },
    { "orders", 0, 0, G_OPTION_ARG_INT, &options->orders, "How many orders it has", "N" },
    { "products", 0, 0, G_OPTION_ARG_INT, &options->products, "How many products it has", "N" },
    { "faults", 0, 0, G_OPTION_ARG_STRING, &options->faults,
      "What goes wrong, as kind=probability,...", "SPEC" },
    { "limits", 0, 0, G_OPTION_ARG_STRING, &options->limits,
      "Requests per window: on, off or BRIGHTPEARL,BIGCOMMERCE", "LIMITS" },
    { "grow", 0, 0, G_OPTION_ARG_INT, &options->grow, "Place an order every so often",
      "SECONDS" },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, "Show the version and end", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (
      context, "Plays a BigCommerce store and a Brightpearl account on this machine.");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (*argc == 1 && options->port >= 0 && options->port <= G_MAXUINT16 && options->orders >= 0
      && options->products >= 0 && options->grow >= 0)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "see --help for what is expected");
  return FALSE;
}

static gboolean
start (Program *program, const Options *options, GError **error)
{
  PracticeWorld *world = &program->world;

  world->seed = (guint32) options->seed;
  world->counts = practice_counts_new ();
  world->store = practice_store_new (world);
  world->account = practice_account_new (world);
  program->server = practice_server_new (world, (guint) options->port, error);
  if (program->server == NULL)
    return FALSE;
  if (!practice_faults_set (program->server->faults, options->faults != NULL ? options->faults : "")
      || !practice_server_set_limits (program->server,
                                      options->limits != NULL ? options->limits : "on"))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   "--faults or --limits makes no sense");
      return FALSE;
    }
  practice_seed (world, (guint) options->orders, (guint) options->products);
  return TRUE;
}

static void
run (Program *program, const Options *options)
{
  program->loop = g_main_loop_new (NULL, FALSE);
  g_unix_signal_add (SIGTERM, stop, program);
  g_unix_signal_add (SIGINT, stop, program);
  watch_input (program);
  if (options->grow > 0)
    g_timeout_add_seconds ((guint) options->grow, grow, program);
  announce (practice_server_port (program->server));
  g_main_loop_run (program->loop);
  g_main_loop_unref (program->loop);
}

int
main (int argc, char **argv)
{
  Options options = { .seed = 1, .orders = 300, .products = 60 };
  Program program = { 0 };
  g_autoptr (GError) error = NULL;

  if (!parse_options (&options, &argc, &argv, &error))
    {
      g_printerr ("brightconnect-practice: %s\n", error->message);
      return 2;
    }
  if (options.version)
    {
      g_print ("brightconnect-practice %s\n", BRIGHT_VERSION);
      return 0;
    }
  if (start (&program, &options, &error))
    run (&program, &options);
  else
    g_printerr ("brightconnect-practice: %s\n", error->message);
  g_clear_pointer (&program.server, practice_server_free);
  practice_account_free (program.world.account);
  practice_store_free (program.world.store);
  practice_counts_free (program.world.counts);
  g_free (options.faults);
  g_free (options.limits);
  return error == NULL ? 0 : 2;
}
