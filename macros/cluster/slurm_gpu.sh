#!/usr/bin/env bash
# One volume per job on a node with a GPU: predict, propose, encode, suggest. Then review the projects at a desk.
#   sbatch --array=1-3 macros/cluster/slurm_gpu.sh volumes.tsv
# volumes.tsv has one line per volume, with tabs between: project folder, raw volume, voxel size in nm (x,y,z), target,
# folder of a base model, and where there is one already a prediction, which is then taken.
# A job that is stopped or runs out of time is queued again, and each step goes on from where it was.
#SBATCH --job-name=twostream
#SBATCH --gres=gpu:1
#SBATCH --cpus-per-task=16
#SBATCH --mem=64G
#SBATCH --time=12:00:00
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=twostream-%A_%a.log
# Ctrl-C to the step two minutes before the time is over: it leaves whole files and ends with 130.
#SBATCH --signal=INT@120
set -uo pipefail

volumes="${1:?give the table of volumes}"
twostream="${TWOSTREAM:-${SLURM_SUBMIT_DIR:-.}/twostream}"
# cuda, not auto: a job that waited for a GPU must not run on the processor without a word.
device="${DEVICE:-cuda}"
threads="${SLURM_CPUS_PER_TASK:-0}"
threshold="${THRESHOLD:-0.5}"
epochs="${EPOCHS:-0}"
image_latent="${IMAGE_LATENT:-256}"
budget="${BUDGET:-200}"

# Not split at tabs themselves: read would take two of them, round an empty column, for one.
IFS=$'\037' read -r project raw voxel_nm target base prediction \
	< <(sed -n "${SLURM_ARRAY_TASK_ID:-1}p" "$volumes" | tr '\t' '\037')
[ -n "${project:-}" ] || { echo "TwoStream: FAILED: $volumes has no line ${SLURM_ARRAY_TASK_ID:-1}; correct --array." >&2; exit 2; }

# Under Slurm as a job step, which is what --signal reaches.
launch=()
! command -v srun > /dev/null || launch=(srun --ntasks=1)

step() {
	echo "$(date -u +%FT%TZ) $*"
	${launch[@]+"${launch[@]}"} "$twostream" "$@" "project=$project" "threads=$threads"
	code=$?
	if [ "$code" = 130 ] && command -v scontrol > /dev/null; then
		scontrol requeue "${SLURM_ARRAY_JOB_ID:-$SLURM_JOB_ID}${SLURM_ARRAY_TASK_ID:+_$SLURM_ARRAY_TASK_ID}"
	fi
	# Exit codes: 0 done, 1 our failure, 2 refused, 130 stopped. The line "TwoStream: FAILED: ..." above says why.
	[ "$code" = 0 ] || exit "$code"
}

source=("raw=$raw" "voxel_nm=$voxel_nm" "target=$target")
[ -n "${prediction:-}" ] || step predict "${source[@]}" "base=$base" "device=$device"
step propose "${source[@]}" "prediction=${prediction:-}" "threshold=$threshold"
step encode "epochs=$epochs" "image_latent=$image_latent" "device=$device"
step suggest "budget=$budget"
