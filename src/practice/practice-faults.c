/* What goes wrong between the platforms and whoever asks them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-faults.h"

#include <string.h>

struct _PracticeFaults
{
  GRand *random;
  double probabilities[PRACTICE_N_FAULTS];
  gint64 left; /* how many more may happen, -1 for any number */
  char *on;    /* only requests whose path or body has this in it; "" for all */
};

static const char *const names[PRACTICE_N_FAULTS]
    = { NULL, "throttle", "error", "unavailable", "html", "reset", "lost", "truncate", "slow" };

PracticeFaults *
practice_faults_new (guint32 seed)
{
  PracticeFaults *faults = g_new0 (PracticeFaults, 1);

  faults->random = g_rand_new_with_seed (seed);
  faults->left = -1;
  faults->on = g_strdup ("");
  return faults;
}

void
practice_faults_free (PracticeFaults *faults)
{
  g_rand_free (faults->random);
  g_free (faults->on);
  g_free (faults);
}

static gboolean
read_probability (const char *name, const char *value, double *probabilities)
{
  char *end = NULL;
  double probability = g_ascii_strtod (value, &end);

  if (end == value || *end != '\0' || !(probability >= 0.0 && probability <= 1.0))
    return FALSE;
  for (guint i = 1; i < PRACTICE_N_FAULTS; i++)
    if (strcmp (name, names[i]) == 0)
      {
        probabilities[i] = probability;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_entry (const char *entry, double *probabilities, gint64 *seed, gint64 *limit, char **on)
{
  g_auto (GStrv) words = g_strsplit (entry, "=", 2);

  if (words[0] == NULL || words[1] == NULL)
    return FALSE;
  if (strcmp (words[0], "seed") == 0)
    return g_ascii_string_to_signed (words[1], 10, 0, G_MAXUINT32, seed, NULL);
  if (strcmp (words[0], "limit") == 0)
    return g_ascii_string_to_signed (words[1], 10, 0, G_MAXINT64, limit, NULL);
  if (strcmp (words[0], "on") == 0)
    {
      g_free (*on);
      *on = g_strdup (words[1]);
      return TRUE;
    }
  return read_probability (words[0], words[1], probabilities);
}

gboolean
practice_faults_set (PracticeFaults *faults, const char *specification)
{
  g_auto (GStrv) entries = g_strsplit (specification, ",", -1);
  double probabilities[PRACTICE_N_FAULTS] = { 0 };
  gint64 seed = -1;
  gint64 limit = -1;
  g_autofree char *on = g_strdup ("");

  for (char **entry = entries; *entry != NULL; entry++)
    if (!read_entry (*entry, probabilities, &seed, &limit, &on))
      return FALSE;
  memcpy (faults->probabilities, probabilities, sizeof probabilities);
  faults->left = limit;
  g_free (faults->on);
  faults->on = g_steal_pointer (&on);
  if (seed >= 0)
    g_rand_set_seed (faults->random, (guint32)seed);
  return TRUE;
}

PracticeFault
practice_faults_draw (PracticeFaults *faults, const char *path, const char *body, gsize length)
{
  double drawn = g_rand_double (faults->random);
  PracticeFault fault = PRACTICE_FAULT_NONE;

  if (faults->left == 0
      || (strstr (path, faults->on) == NULL
          && g_strstr_len (body, (gssize)length, faults->on) == NULL))
    return PRACTICE_FAULT_NONE;
  for (guint i = 1; i < PRACTICE_N_FAULTS && fault == PRACTICE_FAULT_NONE; i++)
    {
      if (drawn < faults->probabilities[i])
        fault = i;
      drawn -= faults->probabilities[i];
    }
  if (fault != PRACTICE_FAULT_NONE && faults->left > 0)
    faults->left--;
  return fault;
}

int
practice_faults_roll (PracticeFaults *faults, int low, int high)
{
  return g_rand_int_range (faults->random, low, high);
}
